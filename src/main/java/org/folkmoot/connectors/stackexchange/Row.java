package org.folkmoot.connectors.stackexchange;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// One row of a dump: its attributes by name. What a row lacks, the dump leaves out.
record Row(String file, long line, String raw, Map<String, String> values) {

    private static final XMLInputFactory XML = factory();

    /// References to characters that XML forbids; real dumps hold some.
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "&#(?:x0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2\\d|3[01]));");

    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static Row of(String file, Rows.Raw raw) throws XMLStreamException {
        var text = raw.text();
        if (text.contains("&#")) {
            text = FORBIDDEN.matcher(text).replaceAll("\uFFFD");
        }
        var whole = text.endsWith("/>") ? text : text + "</row>";
        var xml = XML.createXMLStreamReader(new StringReader(whole));
        try {
            xml.nextTag();
            var values = new LinkedHashMap<String, String>();
            for (var i = 0; i < xml.getAttributeCount(); i++) {
                values.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
            return new Row(file, raw.line(), raw.text(), values);
        } finally {
            xml.close();
        }
    }

    @Nullable String get(String name) {
        var value = values.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /// A whole number, -1 when there is none.
    int number(String name) {
        try {
            return Integer.parseInt(values.getOrDefault(name, "-1"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// The dump's times have no zone and are UTC. Null when there is none, when it cannot be read,
    /// and when it lies before 1970 or after 2099.
    @Nullable Instant time(String name) {
        var value = get(name);
        if (value == null) {
            return null;
        }
        try {
            var at =
                    value.endsWith("Z") || value.matches(".*[+-]\\d\\d:\\d\\d")
                            ? OffsetDateTime.parse(value).toInstant()
                            : LocalDateTime.parse(value.length() == 10 ? value + "T00:00" : value)
                                    .toInstant(ZoneOffset.UTC);
            return at.isBefore(Instant.EPOCH) || !at.isBefore(END) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
