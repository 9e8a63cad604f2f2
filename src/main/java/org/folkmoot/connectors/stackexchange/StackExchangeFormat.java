package org.folkmoot.connectors.stackexchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Choice;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// Reads the data dump of a Stack Exchange site: any of its XML files, in a folder, a zip or alone.
@Component
final class StackExchangeFormat implements Format {

    private static final Pattern ROOT = Pattern.compile("<([A-Za-z]+)\\s*/?>");

    private record Part(Table table, Tree.Entry file) {}

    @Override
    public String name() {
        return "stackexchange";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("stack-exchange", "stackoverflow");
    }

    @Override
    public String title() {
        return "Stack Exchange data dump";
    }

    @Override
    public String howToGet() {
        return "Download the site's archive from your Stack Exchange profile (Settings, Access, "
                + "Data dump) or from archive.org, unpack the 7z, and give the folder, or a zip of "
                + "its XML files. Name the site as the source, such as tex.stackexchange.com: the "
                + "files do not say it.";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.words(
                        "source",
                        "Address of the site",
                        "Such as tex.stackexchange.com, if the dump does not tell."));
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        return !parts(tree).isEmpty();
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var parts = parts(tree);
        var folders = parts.stream().map(p -> p.file().folder()).distinct().toList();
        if (parts.stream().map(Part::table).distinct().count() < parts.size()
                && folders.size() > 1) {
            throw new IOException(
                    "This holds the dumps of several sites (%s): import each by itself and name it."
                            .formatted(String.join(", ", folders)));
        }
        var site = Site.of(options);
        finds.add(new Found.Origin(site.source(), site.label(), Markup.HTML));
        finds.add(
                Found.Place.of(site.source(), site.place(), site.label(), Style.FORUM)
                        .about(null, site.url("")));
        var people = new People(site, finds);
        var owners = new Owners(parts.stream().anyMatch(p -> p.table() == Table.POSTHISTORY));
        for (var part : parts) {
            var reader = new Dump(site, people, owners, finds);
            rows(tree, part.file(), finds, row -> reader.row(part.table(), row));
            reader.end();
        }
    }

    private static void rows(Tree tree, Tree.Entry file, Finds finds, Consumer<Row> each)
            throws IOException {
        try (var rows = new Rows(tree.open(file))) {
            for (var raw = rows.next(); raw != null; raw = rows.next()) {
                if (raw.broken() != null) {
                    finds.add(new Found.Refused(file.path(), raw.line(), raw.broken(), raw.text()));
                    continue;
                }
                Row row;
                try {
                    row = Row.of(file.path(), raw);
                } catch (XMLStreamException e) {
                    finds.add(
                            new Found.Refused(
                                    file.path(),
                                    raw.line(),
                                    "This row is not valid XML, or uses an entity of the file's own.",
                                    raw.text()));
                    continue;
                }
                each.accept(row);
            }
        }
    }

    private static List<Part> parts(Tree tree) throws IOException {
        var parts = new ArrayList<Part>();
        for (var file : tree.files()) {
            if (Table.of(file.name()).isPresent() || parts.size() < 8) {
                table(tree, file).ifPresent(t -> parts.add(new Part(t, file)));
            }
        }
        parts.sort(Comparator.comparing(Part::table).thenComparing(p -> p.file().path()));
        return parts;
    }

    /// The outermost element says which table it is, whatever the file is called.
    private static Optional<Table> table(Tree tree, Tree.Entry file) throws IOException {
        if (!file.name().toLowerCase(java.util.Locale.ROOT).endsWith(".xml")) {
            return Optional.empty();
        }
        var bytes = tree.head(file, 4096);
        var head = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (!head.contains("<row ")
                && !head.contains("<row\n")
                && Table.of(file.name()).isEmpty()) {
            return Optional.empty();
        }
        var root = ROOT.matcher(head);
        return root.find() ? Table.of(root.group(1)) : Optional.empty();
    }
}
