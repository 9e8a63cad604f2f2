package org.folkmoot.access;

import java.util.Comparator;
import java.util.List;
import org.folkmoot.web.Part;
import org.springframework.stereotype.Component;

/// The parts that other modules have for a page, as far as the visitor may see them.
@Component
public class PageParts {

    private final List<PagePart> parts;

    PageParts(List<PagePart> parts) {
        this.parts = parts.stream().sorted(Comparator.comparingInt(PagePart::order)).toList();
    }

    /// The parts of a page that is about nobody.
    public List<Part> of(PagePart.Place place, Visitor visitor) {
        return of(place, visitor, 0);
    }

    /// The parts of one person's page, or of one thread's.
    public List<Part> of(PagePart.Place place, Visitor visitor, long whom) {
        var home = "/c/" + visitor.community().slug();
        return parts.stream()
                .filter(part -> part.place() == place && visitor.may(part.needs()))
                .map(
                        part ->
                                new Part(
                                        part.title(),
                                        home
                                                + part.path()
                                                        .replace("{member}", Long.toString(whom))
                                                        .replace("{thread}", Long.toString(whom)),
                                        part.path().split("/", 3)[1]))
                .toList();
    }
}
