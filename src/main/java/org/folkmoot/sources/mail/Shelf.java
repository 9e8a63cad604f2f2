package org.folkmoot.sources.mail;

import java.util.List;
import java.util.Locale;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.Stop;

/// How an archive is divided: a page that lists its parts, and a text for each.
interface Shelf {

    static Shelf of(Line line) {
        return HyperKitty.is(line.connection().address(MailConnector.ARCHIVE))
                ? new HyperKitty(line)
                : new Pipermail(line);
    }

    /// All parts, the oldest first.
    List<String> all();

    /// Those to be read now, the oldest first.
    List<String> wanted(At at);

    /// The request for a part; 304 and 404 are fine.
    Ask ask(At at, String part);

    /// Under which name it is noted that a part was read.
    String period(String part);

    /// What is noted with it, for the next time.
    String age(At at, String part, Reply reply);

    /// The page that lists the parts.
    static String page(Line line) {
        var page = line.ask(Ask.get(line.connection().address(MailConnector.ARCHIVE), "/")).text();
        if (!page.toLowerCase(Locale.ROOT).contains("</html>")) {
            throw new Stop(new Pull.Unreachable("The page of the archive broke off.", false));
        }
        return page;
    }
}
