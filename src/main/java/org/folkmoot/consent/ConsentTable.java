package org.folkmoot.consent;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Consents that were kept elsewhere, as a table with a head: `email`, `purpose`, `state` (granted
/// or withdrawn), `at`, and if there are any `channel`, `version`, `note`. A line that is here
/// already is not added again.
@Component
@Transactional
class ConsentTable {

    private static final int MOST = 20_000;
    private static final Set<String> NEEDED = Set.of("email", "purpose", "state", "at");

    private final JdbcClient db;
    private final Consents consents;
    private final Purposes purposes;
    private final Trail trail;
    private final Clock clock;

    ConsentTable(JdbcClient db, Consents consents, Purposes purposes, Trail trail, Clock clock) {
        this.db = db;
        this.consents = consents;
        this.purposes = purposes;
        this.trail = trail;
        this.clock = clock;
    }

    /// A line that cannot be used, and why.
    record Refused(long line, String why) {}

    /// @param added lines that are new
    /// @param known lines that were here before
    record Taken(int added, int known, List<Refused> refused) {}

    /// @throws Refusal.Unusable when it is no such table
    Taken take(String table) {
        var known = purposes.all().stream().map(Purposes.Known::key).collect(Collectors.toSet());
        var refused = new ArrayList<Refused>();
        int added = 0;
        int before = 0;
        long read = 0;
        try (var rows =
                CsvReader.builder()
                        .fieldSeparator(separator(table))
                        .ofNamedCsvRecord(table.replace("\uFEFF", "").replace("\0", ""))) {
            for (var row : rows) {
                if (read == 0) {
                    head(row);
                }
                if (++read > MOST) {
                    throw new Refusal.Unusable(
                            "That are more than 20,000 lines. Bring them in several parts.");
                }
                try {
                    var said = said(row, known);
                    said.past(clock.instant());
                    if (here(said)) {
                        before++;
                    } else {
                        consents.write(said, Trail.who());
                        added++;
                    }
                } catch (Refusal.Unusable e) {
                    refused.add(
                            new Refused(
                                    row.getStartingLineNumber(), String.valueOf(e.getMessage())));
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw new Refusal.Unusable(
                    "This is no table that can be read: a quotation mark is missing, perhaps. Nothing was stored.");
        }
        if (read == 0) {
            throw new Refusal.Unusable("There is no line below the head. Nothing was stored.");
        }
        trail.record(
                "consents imported",
                "consents",
                null,
                Map.of("added", added, "known", before, "refused", refused.size()));
        return new Taken(added, before, refused);
    }

    private static char separator(String table) {
        var head = table.lines().findFirst().orElse("");
        return head.contains(";") && !head.contains(",")
                ? ';'
                : head.contains("\t") && !head.contains(",") ? '\t' : ',';
    }

    private static void head(NamedCsvRecord row) {
        if (!row.getHeader().containsAll(NEEDED)) {
            throw new Refusal.Unusable(
                    "The first line must name the columns email, purpose, state and at. Nothing was stored.");
        }
    }

    private static Consents.Said said(NamedCsvRecord row, Set<String> known) {
        var state = row.getField("state").strip();
        if (!state.equals("granted") && !state.equals("withdrawn")) {
            throw new Refusal.Unusable("The state must be granted or withdrawn.");
        }
        var purpose = row.getField("purpose").strip();
        if (!known.contains(purpose) && !purpose.equals(Purpose.ALL)) {
            throw new Refusal.Unusable("There is no purpose %s.".formatted(purpose));
        }
        var email = row.getField("email").strip();
        if (email.isEmpty()) {
            throw new Refusal.Unusable("The address is missing.");
        }
        var version = row.findField("version").orElse("").strip();
        return new Consents.Said(
                null,
                email,
                purpose,
                Channel.of(row.findField("channel").filter(c -> !c.isBlank()).orElse("mail")),
                Act.of(state),
                Source.IMPORT,
                version.matches("\\d{1,6}") ? Integer.valueOf(version) : null,
                row.findField("note").orElse(""),
                at(row.getField("at").strip()));
    }

    private static Instant at(String written) {
        try {
            return written.length() == 10
                    ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(written);
        } catch (DateTimeException e) {
            throw new Refusal.Unusable("Write the time like 2026-03-01 or 2026-03-01T12:00:00Z.");
        }
    }

    private boolean here(Consents.Said said) {
        return db.sql(
                        """
                        select exists (select from consent.entry
                            where community_id = folkmoot.community() and address = :address and address <> ''
                                and purpose = :purpose and channel = :channel and act = :act and at = :at)
                        """)
                .param("address", said.address())
                .param("purpose", said.purpose())
                .param("channel", said.channel().key())
                .param("act", said.act().key())
                .param("at", Asks.utc(said.at()))
                .query(Boolean.class)
                .single();
    }
}
