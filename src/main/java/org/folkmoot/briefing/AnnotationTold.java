package org.folkmoot.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A marked day as programs are told of it.
@JsonInclude(JsonInclude.Include.ALWAYS)
record AnnotationTold(
        long id,
        String day,
        String until,
        String words,
        String kind,
        @Nullable String link,
        boolean quiet,
        String by,
        Instant at) {

    static AnnotationTold of(Annotation a) {
        return new AnnotationTold(
                a.id(),
                a.first().toString(),
                a.last().toString(),
                a.words(),
                a.kind().key(),
                a.link(),
                a.quiet(),
                a.by(),
                a.at());
    }
}
