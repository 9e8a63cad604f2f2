package org.folkmoot.connectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.activity.LedgerArchive;
import org.folkmoot.community.Communities;
import org.folkmoot.community.HoursBook;
import org.folkmoot.members.PeopleArchive;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Everything of a community as JSON lines (docs/export-format.md), as it was at one moment, also
/// while people work. Importing it again gives the same community.
@Service
public class Export {

    private final Communities communities;
    private final HoursBook hours;
    private final PeopleArchive people;
    private final LedgerArchive ledger;

    Export(Communities communities, HoursBook hours, PeopleArchive people, LedgerArchive ledger) {
        this.communities = communities;
        this.hours = hours;
        this.people = people;
        this.ledger = ledger;
    }

    /// @return how many lines
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public long write(Writer out) throws IOException {
        var count = new long[1];
        Consumer<Map<String, Object>> line =
                it -> {
                    try {
                        out.write(JsonMapper.shared().writeValueAsString(it));
                        out.write('\n');
                        count[0]++;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                };
        try {
            line.accept(community());
            ledger.sources(line);
            ledger.places(line);
            people.members(line);
            people.identities(line);
            people.also(PeopleArchive.Turn.BEFORE_LEDGER, line);
            ledger.activities(line);
            ledger.marks(line);
            people.also(PeopleArchive.Turn.AFTER_LEDGER, line);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
        return count[0];
    }

    private Map<String, Object> community() {
        var here = communities.here();
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "community");
        line.put("format", "folkmoot");
        line.put("version", 1);
        line.put("slug", here.slug());
        line.put("name", here.name());
        line.put("kind", here.kind().key());
        line.put("timezone", here.zone().getId());
        line.put("locale", here.locale().toLanguageTag());
        if (hours.here().chosen()) {
            line.put("businessHours", hours.here().told());
        }
        return line;
    }
}
