package org.folkmoot.connectors.wordpress;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.connectors.intake.Unicode;
import org.springframework.stereotype.Component;

/// WXR 1.0 to 1.2, one item at a time. A large site exports several files: all are read. Document
/// types and entities of the file's own are never looked at.
@Component
final class WordpressFormat implements Format {

    private static final XMLInputFactory XML = safe();

    private static final int MOST_BREAKS = 100;

    private static XMLInputFactory safe() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    @Override
    public String name() {
        return "wordpress";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("wxr");
    }

    @Override
    public String title() {
        return "WordPress export (WXR)";
    }

    @Override
    public String howToGet() {
        return """
        In WordPress, open Tools, then Export, choose “All content” and download the export file. It is \
        an XML file with all posts, pages, comments and authors.""";
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        for (var file : tree.files().stream().filter(WordpressFormat::xml).limit(5).toList()) {
            if (head(tree, file).contains("wordpress.org/export/")) {
                return true;
            }
        }
        return false;
    }

    private static String head(Tree tree, Tree.Entry file) throws IOException {
        return new String(tree.head(file, 1 << 14), StandardCharsets.UTF_8).replace("\0", "");
    }

    private static boolean xml(Tree.Entry file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(xml|wxr)");
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        for (var file : tree.files().stream().filter(WordpressFormat::xml).toList()) {
            var site = new WxrSite(options.getOrDefault("source", ""), file.path(), finds);
            var broken = read(tree, file, 0, site, finds);
            for (var n = 0; broken > 0 && n < MOST_BREAKS; n++) {
                broken = read(tree, file, broken, site, finds);
            }
            if (broken > 0) {
                var reason = "From here on this file is broken too often to be read.";
                finds.add(new Found.Refused(file.path(), broken, reason, ""));
            }
        }
    }

    /// Reads from the first post below that line.
    ///
    /// @return the line where the XML is broken, 0 when it was read to its end
    private static long read(Tree tree, Tree.Entry file, long below, WxrSite site, Finds finds)
            throws IOException {
        try (var all = Unicode.reader(tree.open(file));
                var characters = new BufferedReader(all)) {
            var start = below == 0 ? "" : NextItem.below(below, characters, head(tree, file));
            if (start == null) {
                return 0;
            }
            var xml = XML.createXMLStreamReader(new XmlText(start, characters));
            try {
                read(xml, site);
                return 0;
            } catch (XMLStreamException e) {
                var line = xml.getLocation() == null ? 1 : xml.getLocation().getLineNumber();
                finds.add(
                        new Found.Refused(
                                file.path(),
                                Math.max(1, line),
                                "Here this file is no well-formed XML: this post is passed over, the others are read.",
                                ""));
                return Math.max(below + 1, line);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new IOException("%s is no XML that can be read.".formatted(file.name()), e);
        }
    }

    private static void read(XMLStreamReader xml, WxrSite site) throws XMLStreamException {
        var inChannel = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = WxrElement.name(xml);
            if (!inChannel) {
                inChannel = name.equals("channel");
            } else if (name.equals("wp:author")) {
                site.author(WxrElement.read(xml));
            } else if (name.equals("item")) {
                site.item(WxrElement.read(xml));
            } else if (name.startsWith("wp:") && !name.startsWith("wp:base_")) {
                WxrElement.text(xml); // lists of terms, versions
            } else {
                site.about(name, WxrElement.text(xml));
            }
        }
    }
}
