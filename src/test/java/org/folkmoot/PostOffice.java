package org.folkmoot;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// A mail server for the house, for as long as a test needs one.
public final class PostOffice implements AutoCloseable {

    private static final String NAME = "mail server of a test";

    private final DefaultListableBeanFactory house;
    private final GreenMail server;

    private PostOffice(DefaultListableBeanFactory house, GreenMail server) {
        this.house = house;
        this.server = server;
    }

    public static PostOffice open(DefaultListableBeanFactory house) {
        ServerSetup setup = ServerSetupTest.SMTP.dynamicPort();
        var server = new GreenMail(setup);
        server.start();
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        house.registerSingleton(NAME, sender);
        return new PostOffice(house, server);
    }

    /// Every letter goes through this one from now on.
    public void through(JavaMailSender sender) {
        house.destroySingleton(NAME);
        house.registerSingleton(NAME, sender);
    }

    /// No letter arrives any more: nobody listens.
    public void stop() {
        server.stop();
    }

    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(
                        m -> {
                            try {
                                return m.getAllRecipients()[0].toString().equals(address);
                            } catch (MessagingException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .toList();
    }

    @Override
    public void close() {
        house.destroySingleton(NAME);
        server.stop();
    }
}
