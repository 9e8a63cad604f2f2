package org.folkmoot.members;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Any list of people as a table for a spreadsheet, row by row from a cursor to the reader.
@Controller
class PeopleExport {

    private static final List<String> HEAD =
            List.of(
                    "id",
                    "name",
                    "organisation",
                    "title",
                    "role",
                    "platforms",
                    "handles",
                    "emails",
                    "first_seen",
                    "last_active",
                    "left",
                    "activities",
                    "tags");
    private static final int FETCHED = 500;

    private final People people;
    private final Criteria criteria;
    private final JdbcClient db;
    private final Trail trail;
    private final List<Onlooker> onlookers;
    private final List<MoreColumns> more;
    private final TransactionTemplate reading;

    PeopleExport(
            People people,
            Criteria criteria,
            JdbcClient db,
            Trail trail,
            List<Onlooker> onlookers,
            List<MoreColumns> more,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.criteria = criteria;
        this.db = db;
        this.trail = trail;
        this.onlookers = onlookers;
        this.more = more;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @GetMapping("/c/{slug}/people.csv")
    @Needs(Permission.EXPORT)
    void csv(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam MultiValueMap<String, String> params)
            throws IOException {
        var query = PeopleQuery.of(params, criteria);
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var hits = people.search(query.q(), contacts);
        trail.record("people exported", "people", null, Map.of("query", query.address()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-people.csv\"".formatted(visitor.community().slug()));
        var out = response.getWriter();
        out.write('\uFEFF'); // spreadsheets take it for Latin-1 otherwise
        var own = more.stream().map(m -> m.here(contacts)).toList();
        line(out, Stream.concat(HEAD.stream(), heads(own)).toList());
        var taken = reading.execute(_ -> rows(out, query, hits, contacts, own));
        onlookers.forEach(onlooker -> onlooker.sawMany(taken == null ? 0 : taken));
    }

    /// None is called like another.
    private static Stream<String> heads(List<MoreColumns.Columns> own) {
        return own.stream()
                .flatMap(columns -> columns.heads().stream())
                .map(head -> HEAD.contains(head.toLowerCase(Locale.ROOT)) ? "own " + head : head);
    }

    private int rows(
            Writer out,
            PeopleQuery query,
            Hits hits,
            boolean contacts,
            List<MoreColumns.Columns> own) {
        var where = people.where(query, hits);
        var sql =
                """
                select m.id, m.name, m.organisation, m.title, m.standing, array_to_string(m.platforms, ' '),
                    (select string_agg(distinct i.handle, ' ') from members.identity i
                        where i.community_id = m.community_id and i.member_id = m.id),
                    (select string_agg(distinct i.email, ' ') from members.identity i
                        where i.community_id = m.community_id and i.member_id = m.id),
                    m.first_seen, m.last_seen, case when m.back_at is null then m.left_at end, m.activities,
                    (select string_agg(distinct t.name, ', ' order by t.name) from members.tag t
                        where t.community_id = m.community_id and t.member_id = m.id and t.removed_at is null)"""
                        + own.stream().map(c -> ", " + c.sql()).collect(Collectors.joining())
                        + " from members.member m"
                        + where.sql()
                        + query.sort().order(false);
        var taken = new int[1];
        db.sql(sql)
                .withFetchSize(FETCHED)
                .params(where.params())
                .query(
                        row -> {
                            line(out, cells(row, contacts, own));
                            taken[0]++;
                        });
        return taken[0];
    }

    private static List<@Nullable Object> cells(
            ResultSet row, boolean contacts, List<MoreColumns.Columns> own) throws SQLException {
        var cells = new java.util.ArrayList<@Nullable Object>();
        for (int i = 1; i <= HEAD.size(); i++) {
            cells.add(
                    switch (i) {
                        case 2 -> Wording.name(row.getString(i), contacts);
                        case 8 -> contacts ? row.getString(i) : null;
                        case 9, 10, 11 -> People.instant(row, i);
                        case 1, 12 -> row.getLong(i);
                        default -> row.getString(i);
                    });
        }
        for (int i = 0; i < own.size(); i++) {
            cells.addAll(own.get(i).cells().apply(row.getString(HEAD.size() + 1 + i)));
        }
        return cells;
    }

    private static void line(Writer out, List<? extends @Nullable Object> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                var cell = cells.get(i);
                out.write(
                        cell == null
                                ? ""
                                : cell instanceof String text ? safe(text) : cell.toString());
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Quoted, and never a formula: a spreadsheet that opens it runs nothing.
    static String safe(String text) {
        var harmless =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
