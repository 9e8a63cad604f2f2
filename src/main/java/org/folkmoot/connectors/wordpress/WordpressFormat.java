package org.folkmoot.connectors.wordpress;

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
            try (var in = new XmlText(Unicode.reader(tree.open(file)))) {
                var xml = XML.createXMLStreamReader(in);
                try {
                    read(xml, site);
                } catch (XMLStreamException e) {
                    var line = xml.getLocation() == null ? 1 : xml.getLocation().getLineNumber();
                    finds.add(
                            new Found.Refused(
                                    file.path(),
                                    Math.max(1, line),
                                    "From here on this file is no well-formed XML; what stands before it was read.",
                                    ""));
                } finally {
                    xml.close();
                }
            } catch (XMLStreamException e) {
                throw new IOException("%s is no XML that can be read.".formatted(file.name()), e);
            }
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
