package org.folkmoot.connectors.wordpress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of the export with the texts of its children, by `prefix:name` as WordPress writes
/// it.
///
/// @param line where it starts
/// @param texts the first text under each name
/// @param comments the comments of an item
/// @param terms categories and tags of an item: domain, then name
record WxrElement(
        long line,
        Map<String, String> texts,
        List<WxrElement> comments,
        Map<String, List<String>> terms) {

    private static final int MAX_TEXT = 4 << 20;

    /// Reads the element the reader stands on, up to its end.
    static WxrElement read(XMLStreamReader xml) throws XMLStreamException {
        var element =
                new WxrElement(
                        xml.getLocation().getLineNumber(),
                        new HashMap<>(),
                        new ArrayList<>(),
                        new HashMap<>());
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = name(xml);
            if (name.equals("wp:comment")) {
                element.comments.add(read(xml));
            } else if (name.equals("category")) {
                var domain = xml.getAttributeValue(null, "domain");
                element.terms
                        .computeIfAbsent(
                                domain == null ? "category" : domain, d -> new ArrayList<>())
                        .add(text(xml));
            } else {
                element.texts.putIfAbsent(name, text(xml));
            }
        }
        return element;
    }

    static String name(XMLStreamReader xml) {
        var prefix = xml.getPrefix();
        return prefix == null || prefix.isEmpty()
                ? xml.getLocalName()
                : prefix + ":" + xml.getLocalName();
    }

    /// All the text inside, cut at four million characters.
    static String text(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (text.length() < MAX_TEXT) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString().strip();
    }

    String get(String name) {
        return texts.getOrDefault(name, "");
    }

    String raw() {
        return texts.toString();
    }
}
