package org.folkmoot.sources.mail;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;

/// Mailman 3's archive: it exports the mails of any days. Each month once, and from then on the
/// days since the last time, with some before for mails that come late.
record HyperKitty(Line line) implements Shelf {

    private static final Pattern MONTH = Pattern.compile("/(\\d{4})/(\\d{1,2})/?[\"'?]");
    private static final String LATEST = "latest";
    private static final int LATE_DAYS = 3;

    static boolean is(URI address) {
        return String.valueOf(address.getPath()).matches(".*/list/[^/]+@[^/]+");
    }

    /// From the first month that the page links to.
    @Override
    public List<String> all() {
        var now = YearMonth.from(today());
        var first =
                MONTH.matcher(Shelf.page(line))
                        .results()
                        .filter(r -> r.group(2).matches("0?[1-9]|1[0-2]"))
                        .map(r -> YearMonth.of(number(r.group(1)), number(r.group(2))))
                        .filter(month -> month.getYear() >= 1970 && !month.isAfter(now))
                        .min(YearMonth::compareTo);
        return first.stream()
                .flatMap(month -> Stream.iterate(month, m -> !m.isAfter(now), m -> m.plusMonths(1)))
                .map(YearMonth::toString)
                .toList();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private LocalDate today() {
        return line.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public List<String> wanted(At at) {
        if (at.periods().containsKey(LATEST)) {
            return List.of(LATEST);
        }
        var since = YearMonth.from(line.connection().since().atOffset(ZoneOffset.UTC));
        var all = new ArrayList<String>();
        all().stream().filter(month -> !YearMonth.parse(month).isBefore(since)).forEach(all::add);
        all.add(LATEST);
        return all;
    }

    @Override
    public String period(String part) {
        return part;
    }

    @Override
    public Ask ask(At at, String part) {
        var latest = part.equals(LATEST);
        var read = at.periods().values().stream().max(String::compareTo);
        var from = read.map(LocalDate::parse).orElse(today());
        var start = latest ? from.minusDays(LATE_DAYS) : YearMonth.parse(part).atDay(1);
        var end = latest ? today().plusDays(1) : YearMonth.parse(part).plusMonths(1).atDay(1);
        return Ask.get(
                        line.connection().address(MailConnector.ARCHIVE),
                        "/export/" + part + ".mbox.gz")
                .query("start", start.toString())
                .query("end", end.toString())
                .allowing(404);
    }

    @Override
    public String age(At at, String part, Reply reply) {
        return today().toString();
    }
}
