package org.folkmoot.orbit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.CsvDownload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the Orbit page shows, as files.
@Controller
@Needs(Permission.SEE_NUMBERS)
@RequestMapping("/c/{slug}/orbit")
class OrbitDownloads {

    private final Look.Looking looking;

    OrbitDownloads(Look.Looking looking) {
        this.looking = looking;
    }

    @GetMapping("/levels.csv")
    void levels(
            @RequestParam Map<String, String> query, Visitor visitor, HttpServletResponse response)
            throws IOException {
        var table = table(query, visitor);
        var rows = new ArrayList<List<String>>();
        for (var row : table.levels()) {
            rows.add(
                    List.of(
                            row.label(),
                            Integer.toString(row.now().people()),
                            String.format(Locale.ROOT, "%.6f", row.share()),
                            Integer.toString(row.change())));
        }
        CsvDownload.send(
                response,
                "orbit-levels-" + table.look().asked().asOf(),
                List.of("Level", "Members", "Share", "Change"),
                row -> rows.forEach(r -> row.of(r.toArray(String[]::new))));
    }

    @GetMapping("/moves.csv")
    void moves(
            @RequestParam Map<String, String> query, Visitor visitor, HttpServletResponse response)
            throws IOException {
        var moves = table(query, visitor).look();
        var profile = moves.asked().profile();
        var heads = new ArrayList<String>(List.of("From"));
        for (int to = 4; to >= 0; to--) {
            heads.add("To " + profile.rank(to));
        }
        var rows = new ArrayList<List<String>>();
        for (int from = 4; from >= 0; from--) {
            var row = new ArrayList<String>(List.of(profile.rank(from)));
            for (int to = 4; to >= 0; to--) {
                row.add(Integer.toString(moves.moves().people()[from][to]));
            }
            rows.add(row);
        }
        CsvDownload.send(
                response,
                "orbit-moves-" + moves.asked().asOf(),
                heads,
                row -> rows.forEach(r -> row.of(r.toArray(String[]::new))));
    }

    @GetMapping("/over.csv")
    void over(
            @RequestParam Map<String, String> query, Visitor visitor, HttpServletResponse response)
            throws IOException {
        var asked = Question.of(query, looking.today());
        var heads = new ArrayList<String>(List.of("As of"));
        for (int rank = 4; rank >= 1; rank--) {
            heads.add(asked.profile().rank(rank));
        }
        heads.addAll(List.of("Commitment", "Love", "Members with love"));
        var rows = new ArrayList<List<String>>();
        for (var standing : looking.over(asked, OrbitPage.contacts(visitor), (_, _) -> {})) {
            var row = new ArrayList<String>(List.of(standing.asOf().toString()));
            for (int rank = 4; rank >= 1; rank--) {
                row.add(Integer.toString(standing.rank(asked.profile(), rank)));
            }
            row.add(Long.toString(standing.commitment()));
            row.add(String.format(Locale.ROOT, "%.6f", standing.love()));
            row.add(Integer.toString(standing.loved()));
            rows.add(row);
        }
        CsvDownload.send(
                response,
                "orbit-over-" + asked.asOf(),
                heads,
                row -> rows.forEach(r -> row.of(r.toArray(String[]::new))));
    }

    private Table table(Map<String, String> query, Visitor visitor) {
        var asked = Question.of(query, looking.today());
        return new Table(looking.at(asked, OrbitPage.contacts(visitor), (_, _) -> {}), Locale.ROOT);
    }
}
