package org.folkmoot.briefing;

import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
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

    private final Annotations annotations;

    AnnotationsApi(Annotations annotations) {
        this.annotations = annotations;
    }

    @GetMapping
    @Needs(Permission.SEE_NUMBERS)
    Listed<AnnotationTold> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return Listed.of(
                cursor,
                limit,
                annotations::newest,
                Annotation::id,
                page -> page.stream().map(AnnotationTold::of).toList());
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
