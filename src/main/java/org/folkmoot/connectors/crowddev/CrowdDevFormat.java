package org.folkmoot.connectors.crowddev;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.csv.CsvTable;
import org.folkmoot.connectors.csv.Signature;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// The members' export, with JSON inside some of its cells.
@Component
final class CrowdDevFormat implements Format {

    @Override
    public String name() {
        return "crowddev";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("crowd.dev", "crowd-dev");
    }

    @Override
    public String title() {
        return "crowd.dev members";
    }

    @Override
    public String howToGet() {
        return """
        In crowd.dev, open Contacts, select all and choose Export CSV; the file comes by mail. An \
        export without “select all” has only the first 200.""";
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        return Signature.any(tree, Set.of(Signature.CROWD_DEV));
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var told = options.getOrDefault("source", "").strip();
        var source = told.isEmpty() ? "crowddev" : told;
        finds.add(new Found.Origin(source, "crowd.dev", Markup.PLAIN));
        for (var file : tree.files().stream().filter(Signature::looksLikeCsv).toList()) {
            CsvTable.read(
                    tree,
                    file,
                    finds,
                    row -> {
                        if (row.get("id").isEmpty()) {
                            finds.add(
                                    new Found.Refused(
                                            file.path(),
                                            row.line(),
                                            "This row has no id.",
                                            row.raw()));
                        } else {
                            finds.add(CrowdDevMember.of(source, row));
                        }
                    });
        }
    }
}
