package org.folkmoot.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Consents in and out, as a table.
@Controller
class ConsentTablePage {

    private final ConsentTable table;
    private final JdbcClient db;
    private final TransactionTemplate reading;
    private final Trail trail;
    private final Frames frames;
    private final Html html;

    ConsentTablePage(
            ConsentTable table,
            JdbcClient db,
            PlatformTransactionManager transactions,
            Trail trail,
            Frames frames,
            Html html) {
        this.table = table;
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.trail = trail;
        this.frames = frames;
        this.html = html;
    }

    /// @param taken null before anything was brought in
    record Sheet(
            Desk desk,
            String typed,
            String error,
            ConsentTable.@Nullable Taken taken,
            boolean exports) {

        List<ConsentTable.Refused> refused() {
            return taken == null ? List.of() : taken.refused();
        }
    }

    @GetMapping("/c/{slug}/asks/consents")
    @Needs(Permission.IMPORT)
    View show(Visitor visitor) {
        return view(visitor, "", "", null);
    }

    @PostMapping("/c/{slug}/asks/consents")
    @Needs(Permission.IMPORT)
    View take(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam(name = "table", defaultValue = "") String typed) {
        try {
            return view(visitor, "", "", table.take(typed));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return view(visitor, typed, String.valueOf(e.getMessage()), null);
        }
    }

    private View view(
            Visitor visitor, String typed, String error, ConsentTable.@Nullable Taken taken) {
        return html.render(
                "consent/table",
                new Sheet(
                        frames.desk(
                                "Bring consents in",
                                "What people agreed to elsewhere, with the day and the proof."),
                        typed,
                        error,
                        taken,
                        visitor.may(Permission.EXPORT)));
    }

    /// The whole ledger, in the columns in which it comes in, and more.
    @GetMapping("/c/{slug}/asks/consents.csv")
    @Needs(Permission.EXPORT)
    void csv(Visitor visitor, HttpServletResponse response) throws IOException {
        if (!visitor.may(Permission.SEE_CONTACT_DATA)) {
            throw new Refusal.NotAllowed(Permission.SEE_CONTACT_DATA.words());
        }
        trail.record("consents exported", "consents", null, Map.of());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-consents.csv\"".formatted(visitor.community().slug()));
        var out = response.getWriter();
        out.write("\uFEFFemail,purpose,state,at,channel,version,note,source,by,member\r\n");
        reading.executeWithoutResult(
                _ ->
                        db.sql(
                                        """
                                        select e.address, e.purpose, e.act, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                                            e.channel, coalesce(e.version::text, ''), e.note, e.source, e.by,
                                            coalesce(coalesce(m.member_id, e.put_on)::text, '')
                                        from consent.entry e
                                        left join members.report_moved m on m.community_id = e.community_id and m.home = e.put_on
                                        where e.community_id = folkmoot.community() order by e.id
                                        """)
                                .withFetchSize(500)
                                .query(
                                        row -> {
                                            for (int i = 1; i <= 10; i++) {
                                                out.write(i == 1 ? "" : ",");
                                                out.write(cell(row.getString(i)));
                                            }
                                            out.write("\r\n");
                                        }));
    }

    /// No spreadsheet takes it for a formula.
    private static String cell(String value) {
        var safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
