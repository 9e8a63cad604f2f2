package org.folkmoot.sources.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.mail.MailAnswers;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Stop;

/// Reads a list's archive as pipermail publishes it: a page with a text for each period. Old ones
/// never change; the two latest are asked for again, and only if they did.
record ArchivePulls(Line line) {

    private static final Pattern FILE =
            Pattern.compile("(?i)href=\"(?:\\./)?(([\\w-]+)\\.(?:txt|mbox)(?:\\.gz)?)\"");
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MMMM", Locale.ENGLISH);
    private static final int MAY_CHANGE = 2;
    private static final int LARGEST = 64 << 20;

    Pull from(String cursor) {
        var at = At.read(cursor);
        if (at.queue().isEmpty()) {
            var files = files();
            var wanted = files.stream().filter(file -> wants(at, files, file)).toList();
            var basket = new Found.Basket();
            new MailAnswers(basket);
            return new Pull.Caught(
                    basket.all(),
                    Cursors.write(at.queue(wanted)),
                    !wanted.isEmpty(),
                    "the list of the archive");
        }
        return file(at, at.queue().getFirst());
    }

    /// The files of the archive, the oldest first: the page has the latest on top.
    List<String> files() {
        var page = line.ask(Ask.get(line.connection().address(MailConnector.ARCHIVE), "/")).text();
        if (!page.toLowerCase(Locale.ROOT).contains("</html>")) {
            throw new Stop(new Pull.Unreachable("The page of the archive broke off.", false));
        }
        var byPeriod = new LinkedHashMap<String, String>();
        FILE.matcher(page).results().forEach(r -> byPeriod.putIfAbsent(r.group(2), r.group(1)));
        return List.copyOf(byPeriod.values()).reversed();
    }

    private boolean wants(At at, List<String> files, String file) {
        return !at.periods().containsKey(period(file))
                ? !before(period(file), line.connection().since())
                : files.indexOf(file) >= files.size() - MAY_CHANGE;
    }

    private static String period(String file) {
        return file.replaceFirst("\\..*$", "");
    }

    /// Whether all of a month was before.
    private static boolean before(String period, Instant since) {
        try {
            var end = YearMonth.parse(period, MONTH).plusMonths(1).atDay(1);
            return end.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(since);
        } catch (DateTimeParseException e) {
            return false; // a year, a quarter, a week
        }
    }

    private Pull file(At at, String file) {
        var ask =
                Ask.get(line.connection().address(MailConnector.ARCHIVE), "/" + Ask.part(file))
                        .allowing(304, 404);
        var known = at.periods().getOrDefault(period(file), "");
        var reply = line.ask(known.isEmpty() ? ask : ask.with("If-Modified-Since", known));
        var basket = new Found.Basket();
        if (reply.status() == 200) {
            try {
                read(reply.bytes(), file, basket);
            } catch (IOException e) {
                return new Pull.Unreachable(file + " broke off, or is damaged.", false);
            }
        }
        var age = reply.status() == 304 ? known : reply.header("last-modified").orElse("");
        var next = at.done(period(file), age);
        return new Pull.Caught(
                basket.all(),
                Cursors.write(next),
                !next.queue().isEmpty(),
                period(file) + " of the archive");
    }

    private void read(byte[] packed, String file, Found.Basket basket) throws IOException {
        var answers = new MailAnswers(basket);
        try (var in = open(packed)) {
            var mbox = in.readNBytes(LARGEST + 1);
            if (mbox.length > LARGEST) {
                basket.add(
                        new Found.Refused(
                                file, 1, "This file is larger than 64 MB: import it instead.", ""));
            } else {
                answers.archive(
                        new ByteArrayInputStream(mbox),
                        file,
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
