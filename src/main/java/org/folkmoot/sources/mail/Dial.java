package org.folkmoot.sources.mail;

import jakarta.mail.Session;
import java.net.URI;
import java.util.Properties;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Sockets;

/// How a mail server is called: encrypted from the first byte (`imaps`, `smtps`), or before
/// anything is said (STARTTLS). Without encryption only where the operator named the host.
///
/// @param protocol `imap` or `smtp`
record Dial(String protocol, String host, int port, boolean encrypted) {

    private static final String CONNECT = "10000";
    private static final String ANSWER = "60000";

    /// @param setting the address: `imaps://imap.example.org`
    static Dial of(Connection connection, String setting) {
        return of(connection.address(setting));
    }

    static Dial of(URI address) {
        var scheme = String.valueOf(address.getScheme());
        var encrypted = scheme.endsWith("s");
        var protocol = scheme.startsWith("imap") ? "imap" : "smtp";
        var usual = protocol.equals("imap") ? (encrypted ? 993 : 143) : (encrypted ? 465 : 587);
        return new Dial(
                protocol,
                String.valueOf(address.getHost()),
                address.getPort() < 0 ? usual : address.getPort(),
                encrypted);
    }

    /// @param me the own name in SMTP's greeting; empty for the library's choice
    Session session(Sockets sockets, boolean signsIn, String me) {
        var settings = new Properties();
        var at = "mail." + protocol + ".";
        settings.put("mail.store.protocol", "imap");
        settings.put("mail.transport.protocol", "smtp");
        settings.put(at + "socketFactory", sockets.factory());
        settings.put(at + "socketFactory.fallback", "false");
        settings.put(at + "ssl.enable", Boolean.toString(encrypted));
        settings.put(at + "ssl.checkserveridentity", "true");
        settings.put(at + "starttls.enable", "true");
        settings.put(
                at + "starttls.required",
                Boolean.toString(!encrypted && !sockets.mayBePlain(host, port)));
        settings.put(at + "connectiontimeout", CONNECT);
        settings.put(at + "timeout", ANSWER);
        settings.put(at + "writetimeout", ANSWER);
        settings.put("mail.imap.peek", "true");
        settings.put("mail.imap.fetchsize", Integer.toString(1 << 18));
        settings.put("mail.smtp.auth", Boolean.toString(signsIn));
        settings.put("mail.smtp.quitwait", "false");
        if (!me.isEmpty()) {
            settings.put("mail.smtp.localhost", me);
        }
        return Session.getInstance(settings);
    }

    String where() {
        return host + ":" + port;
    }
}
