package org.folkmoot.thanks;

import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Glimpses;
import org.folkmoot.activity.Glimpses.Glimpse;
import org.folkmoot.web.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives moments and thanks their names and what was said there: two queries, however many.
@Component
class Rows {

    private static final int SHORT = 160;

    private final Names names;
    private final Glimpses glimpses;

    Rows(Names names, Glimpses glimpses) {
        this.names = names;
        this.glimpses = glimpses;
    }

    List<Row> of(List<Moment> moments, Reader reader) {
        var called = names.of(moments.stream().map(Moment::member).toList());
        var seen = seen(moments.stream().map(m -> m.key().activity()).toList(), reader);
        return moments.stream()
                .map(
                        m -> {
                            var glimpse = seen.get(m.key().activity());
                            return new Row(
                                    m,
                                    person(m.member(), called, reader),
                                    m.key().words(),
                                    glimpse,
                                    excerpt(glimpse));
                        })
                .toList();
    }

    List<Done> done(List<Thank> thanks, Reader reader) {
        var called = names.of(thanks.stream().map(Thank::member).toList());
        var seen = seen(thanks.stream().map(Thank::activity).toList(), reader);
        return thanks.stream()
                .map(
                        t -> {
                            var glimpse = seen.get(t.activity());
                            return new Done(
                                    t,
                                    person(t.member(), called, reader),
                                    t.words(),
                                    glimpse,
                                    excerpt(glimpse));
                        })
                .toList();
    }

    static Person person(long member, Map<Long, String> called, Reader reader) {
        return new Person(
                reader.name(called.getOrDefault(member, "Someone who is gone")),
                reader.profile(member),
                reader.profile(member) + "/card",
                List.of(),
                "");
    }

    private Map<Long, Glimpse> seen(List<Long> activities, Reader reader) {
        return reader.reads() ? glimpses.of(activities) : Map.of();
    }

    private static String excerpt(@Nullable Glimpse glimpse) {
        return glimpse == null ? "" : glimpse.line(SHORT);
    }
}
