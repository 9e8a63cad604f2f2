package org.folkmoot.connectors.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;

/// Reads mails as servers hold them and archives as lists publish them, as the importer reads
/// files: what both tell of the same mail has the same id.
public final class MailAnswers {

    /// How long a mail may be; the rest is left out.
    public static final int LONGEST = Mbox.MAX_MAIL;

    private static final DateTimeFormatter ENVELOPE =
            DateTimeFormatter.ofPattern("'From' d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final Letters letters;

    public MailAnswers(Finds finds) {
        finds.add(new Found.Origin(Letters.SOURCE, "Mailing lists", Markup.MAIL));
        this.letters = new Letters(finds);
    }

    /// One mail.
    ///
    /// @param cut whether anything was left out because it was too long
    /// @param arrived when its server got it, if that tells
    /// @param list where it belongs if it does not say so itself
    /// @param folder where it lies, with its number there, for one that cannot be used
    public void mail(
            byte[] mail,
            boolean cut,
            @Nullable Instant arrived,
            String list,
            String folder,
            long number) {
        var envelope = arrived == null ? "" : ENVELOPE.format(arrived.atOffset(ZoneOffset.UTC));
        letters.add(new Mbox.Letter(number, envelope, mail, cut), folder, list);
    }

    /// A part of an archive: an mbox, or pipermail's text.
    ///
    /// @param file its name, for mails that cannot be used
    /// @param list where mails belong that do not say so themselves
    public void archive(InputStream mbox, String file, String list) throws IOException {
        letters.all(mbox, file, list);
    }
}
