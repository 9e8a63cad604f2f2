package org.folkmoot.members;

import static org.folkmoot.members.ComposedCriterion.onMember;

import java.util.List;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A segment as a condition of another: whatever it asks for by now.
@Configuration(proxyBeanMethods = false)
class SegmentCriterion {

    static final String KEY = "segment";

    @Bean
    Criterion segmentInAnother(ObjectProvider<Segments> segments, ObjectProvider<Criteria> all) {
        return onMember(
                KEY,
                "Segment",
                List.of(
                        Part.operator(
                                "is",
                                Shape.TEXT,
                                () ->
                                        segments.getObject().all().stream()
                                                .map(s -> new Choice(s.name(), s.name()))
                                                .toList())),
                (use, _) -> "in the segment " + use.text("is"),
                (use, asked) -> {
                    var name = use.text("is");
                    asked.enter(name);
                    var criteria = all.getObject();
                    var query = segments.getObject().named(name).query(criteria);
                    var sql = criteria.sql(query.whole(), asked);
                    asked.leave(name);
                    return "(" + sql + ")";
                });
    }
}
