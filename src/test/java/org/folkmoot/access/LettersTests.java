package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.web.Phrasebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

@HouseTest
class LettersTests {

    @RegisterExtension
    static final GreenMailExtension POST =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
                    .withConfiguration(GreenMailConfiguration.aConfig());

    @Autowired Phrasebook phrases;

    private static Visitor grace(Locale locale) {
        var door =
                new Door(
                        new CommunityId(1),
                        "choir",
                        "Zoë's Choir",
                        ZoneId.of("UTC"),
                        locale,
                        false);
        return new Visitor(
                door, 1L, null, "Grace", "", Role.LEAD, Set.of(), locale, ZoneId.of("UTC"), null);
    }

    private Letters letters(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var beans = new StaticListableBeanFactory();
        beans.addBean("mail", sender);
        var settings =
                new MockEnvironment().withProperty("folkmoot.url", "https://folkmoot.example.org");
        return new Letters(
                new Post(
                        beans.getBeanProvider(JavaMailSender.class),
                        new SiteUrl(settings),
                        settings),
                phrases);
    }

    @Test
    void anInvitationIsWrittenInTheLanguageOfTheCommunity() throws Exception {
        var letters = letters(POST.getSmtp().getPort());
        assertThat(
                        letters.invite(
                                grace(Locale.GERMAN),
                                "ada@example.org",
                                Role.MODERATOR,
                                "https://x/join/1"))
                .isTrue();
        var mail = POST.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Kommen Sie ins Team von Zoë's Choir");
        assertThat(mail.getContent().toString())
                .contains("Grace lädt Sie", "Moderation", "https://x/join/1", "7 Tage");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("folkmoot@folkmoot.example.org");
    }

    @Test
    void aMailServerThatIsDownIsNoFailureTheLinkIsShownInstead() {
        var port = POST.getSmtp().getPort();
        POST.stop();
        assertThat(
                        letters(port)
                                .invite(
                                        grace(Locale.ENGLISH),
                                        "ada@example.org",
                                        Role.LEAD,
                                        "https://x"))
                .isFalse();
    }
}
