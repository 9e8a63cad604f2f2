package org.folkmoot.connectors.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// RSS and Atom files, one or many. A feed is short by nature, so a file over 50 MB is refused; a
/// feed with a document type of its own is refused too, since entities are how XML attacks come.
@Component
final class FeedFormat implements Format {

    private static final int LARGEST = 50 << 20;
    private static final List<String> ROOTS = List.of("<rss", "<feed", "<rdf:RDF");

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("rss", "atom");
    }

    @Override
    public String title() {
        return "RSS or Atom feed";
    }

    @Override
    public String howToGet() {
        return """
        Open the blog's feed address (often /feed or /atom.xml) in the browser and save the page as a \
        file. A feed holds only the newest articles.""";
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        for (var file : tree.files().stream().filter(FeedFormat::xml).limit(5).toList()) {
            var head =
                    new String(tree.head(file, 1 << 13), StandardCharsets.UTF_8).replace("\0", "");
            if (ROOTS.stream().anyMatch(head::contains)
                    && !head.contains("wordpress.org/export/")) {
                return true;
            }
        }
        return false;
    }

    private static boolean xml(Tree.Entry file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(xml|rss|atom|rdf)");
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        for (var file : tree.files()) {
            if (xml(file) || tree.files().size() == 1) {
                read(tree, file, options.getOrDefault("source", "").strip(), finds);
            }
        }
    }

    private static void read(Tree tree, Tree.Entry file, String told, Finds finds)
            throws IOException {
        byte[] bytes;
        try (var in = tree.open(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            refuse(file, "This feed is larger than 50 MB, which no feed is.", finds);
            return;
        }
        SyndFeed feed;
        try {
            feed = FeedAnswers.parsed(bytes, null);
        } catch (IOException e) {
            refuse(file, String.valueOf(e.getMessage()), finds);
            return;
        }
        new FeedEntries(feed, told, file.path(), finds).read();
    }

    private static void refuse(Tree.Entry file, String reason, Finds finds) {
        finds.add(new Found.Refused(file.path(), 1, reason, ""));
    }
}
