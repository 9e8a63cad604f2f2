package org.folkmoot.sources.mail;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;

/// Mailman 2's archive: a text for each month, packed when the month is over. Old ones never
/// change; the two latest are asked for again, and only if they did.
record Pipermail(Line line) implements Shelf {

    private static final Pattern FILE =
            Pattern.compile("(?i)href=\"(?:\\./)?(([\\w-]+)\\.(?:txt|mbox)(?:\\.gz)?)\"");
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MMMM", Locale.ENGLISH);
    private static final int MAY_CHANGE = 2;

    /// The page has the latest on top.
    @Override
    public List<String> all() {
        var byPeriod = new LinkedHashMap<String, String>();
        FILE.matcher(Shelf.page(line))
                .results()
                .forEach(r -> byPeriod.putIfAbsent(r.group(2), r.group(1)));
        return List.copyOf(byPeriod.values()).reversed();
    }

    @Override
    public List<String> wanted(At at) {
        var all = all();
        var settled = all.size() - MAY_CHANGE;
        return all.stream()
                .filter(
                        file ->
                                at.periods().containsKey(period(file))
                                        ? all.indexOf(file) >= settled
                                        : !before(period(file), line.connection().since()))
                .toList();
    }

    @Override
    public String period(String file) {
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

    @Override
    public Ask ask(At at, String file) {
        var known = at.periods().getOrDefault(period(file), "");
        var ask =
                Ask.get(line.connection().address(MailConnector.ARCHIVE), "/" + Ask.part(file))
                        .allowing(304, 404);
        return known.isEmpty() ? ask : ask.with("If-Modified-Since", known);
    }

    @Override
    public String age(At at, String file, Reply reply) {
        return reply.status() == 304
                ? at.periods().getOrDefault(period(file), "")
                : reply.header("last-modified").orElse("");
    }
}
