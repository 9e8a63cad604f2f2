package org.folkmoot.access;

import org.folkmoot.store.Here;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Pages that only tests have: they tell who asks and where.
@RestController
class Probe {

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping({"/c/{slug}/probe", "/api/v1/communities/{slug}/probe"})
    String who(Visitor visitor) {
        return "%s in %s, %s"
                .formatted(visitor.name(), Here.community(), visitor.community().slug());
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PostMapping({"/c/{slug}/probe", "/api/v1/communities/{slug}/probe"})
    String change(Visitor visitor) {
        return "changed by " + visitor.name();
    }

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/c/{slug}/probe/later")
    SseEmitter later(Visitor visitor) {
        var emitter = new SseEmitter(10_000L);
        Thread.startVirtualThread(
                () -> {
                    try {
                        visitor.work(
                                () -> {
                                    emitter.send("for " + Here.community());
                                    return true;
                                });
                        emitter.complete();
                    } catch (Exception e) {
                        emitter.completeWithError(e);
                    }
                });
        return emitter;
    }

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/c/{slug}/probe/broken")
    String broken() {
        throw new IllegalArgumentException("secret detail grace@example.org");
    }
}
