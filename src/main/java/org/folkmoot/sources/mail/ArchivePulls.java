package org.folkmoot.sources.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.mail.MailAnswers;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;

/// Reads a list's public archive part by part, the oldest first.
record ArchivePulls(Line line) {

    private static final int LARGEST = 64 << 20;

    Pull from(String cursor) {
        var at = At.read(cursor);
        var shelf = Shelf.of(line);
        if (at.queue().isEmpty()) {
            var wanted = shelf.wanted(at);
            var basket = new Found.Basket();
            new MailAnswers(basket);
            return new Pull.Caught(
                    basket.all(),
                    Cursors.write(at.queue(wanted)),
                    !wanted.isEmpty(),
                    "the list of the archive");
        }
        return part(shelf, at, at.queue().getFirst());
    }

    private Pull part(Shelf shelf, At at, String part) {
        var reply = line.ask(shelf.ask(at, part));
        var basket = new Found.Basket();
        if (reply.status() == 200) {
            try {
                read(reply.bytes(), part, basket);
            } catch (IOException e) {
                return new Pull.Unreachable(part + " broke off, or is damaged.", false);
            }
        }
        var next = at.done(shelf.period(part), shelf.age(at, part, reply));
        return new Pull.Caught(
                basket.all(),
                Cursors.write(next),
                !next.queue().isEmpty(),
                shelf.period(part) + " of the archive");
    }

    private void read(byte[] packed, String part, Found.Basket basket) throws IOException {
        var answers = new MailAnswers(basket);
        try (var in = open(packed)) {
            var mbox = in.readNBytes(LARGEST + 1);
            if (mbox.length > LARGEST) {
                basket.add(
                        new Found.Refused(
                                part, 1, "This part is larger than 64 MB: import it instead.", ""));
            } else {
                answers.archive(
                        new ByteArrayInputStream(mbox),
                        part,
                        MailConnector.list(line.connection()));
            }
        }
    }

    /// Some servers unpack it on the way whatever its name is, so its first bytes tell.
    private static InputStream open(byte[] packed) throws IOException {
        var in = new ByteArrayInputStream(packed);
        return packed.length > 1 && packed[0] == (byte) 0x1f && packed[1] == (byte) 0x8b
                ? new GZIPInputStream(in)
                : in;
    }
}
