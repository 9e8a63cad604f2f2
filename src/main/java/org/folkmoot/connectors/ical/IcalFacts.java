package org.folkmoot.connectors.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.folkmoot.connectors.Deed;

/// What an event tells beside its time, words and people.
final class IcalFacts {

    private static final List<String> KEPT =
            List.of(
                    Property.LOCATION,
                    Property.CATEGORIES,
                    Property.GEO,
                    Property.CLASS,
                    Property.PRIORITY,
                    Property.CONTACT,
                    Property.COMMENT,
                    Property.RESOURCES,
                    Property.RELATED_TO,
                    "CONFERENCE",
                    "X-GOOGLE-CONFERENCE");

    private IcalFacts() {}

    /// As facts by their own names in small letters, several of one kind in one.
    static Deed of(VEvent event, Deed deed) {
        var told = deed.files(files(event));
        for (var name : KEPT) {
            var values = new ArrayList<String>();
            for (Property property : event.<Property>getProperties(name)) {
                var value = property.getValue();
                if (value != null && !value.isBlank()) {
                    values.add(value.strip());
                }
            }
            var fact = name.replaceFirst("^X-GOOGLE-", "").replace('-', '_');
            var list = name.equals(Property.CATEGORIES) ? "," : "\n";
            told = told.fact(fact.toLowerCase(Locale.ROOT), String.join(list, values));
        }
        return told;
    }

    /// Names of attached files: as they are told, else the end of their address.
    private static List<String> files(VEvent event) {
        var files = new ArrayList<String>();
        for (Property attached : event.<Property>getProperties(Property.ATTACH)) {
            var named =
                    attached.getParameter("FILENAME").or(() -> attached.getParameter("X-FILENAME"));
            var address = attached.getValue() == null ? "" : attached.getValue().strip();
            var end = address.replaceFirst("[?#].*", "").replaceFirst("^.*/", "");
            var name = named.map(p -> p.getValue()).orElse(address.contains("://") ? end : "");
            if (!name.isBlank() && !files.contains(name)) {
                files.add(name);
            }
        }
        return files;
    }
}
