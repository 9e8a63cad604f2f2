package org.folkmoot.briefing;

import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Marked days, for programs: a release script marks its own.
@RestController
@Needs(Permission.PLAN)
@RequestMapping(
        path = "/api/v1/communities/{slug}/annotations",
        produces = MediaType.APPLICATION_JSON_VALUE)
class AnnotationsApi {

    static final int MOST = 500;

    private final Annotations annotations;

    AnnotationsApi(Annotations annotations) {
        this.annotations = annotations;
    }

    /// @param next cursor of the page that follows; null on the last
    record Page(List<AnnotationTold> items, @Nullable String next) {}

    @GetMapping
    @Needs(Permission.SEE_NUMBERS)
    Page list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        var found = annotations.newest(after(cursor), limit + 1);
        var page = found.stream().limit(limit).map(AnnotationTold::of).toList();
        return new Page(page, found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    static long after(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("This cursor is damaged: begin without one.");
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AnnotationTold add(@RequestBody AnnotationForm wish) {
        return AnnotationTold.of(annotations.add(wish.read().orRefuse()));
    }

    @PutMapping("/{annotation}")
    AnnotationTold change(@PathVariable long annotation, @RequestBody AnnotationForm wish) {
        annotations.change(annotation, wish.read().orRefuse());
        return AnnotationTold.of(annotations.get(annotation));
    }

    @DeleteMapping("/{annotation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long annotation) {
        annotations.remove(annotation);
    }
}
