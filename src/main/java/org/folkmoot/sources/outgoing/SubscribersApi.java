package org.folkmoot.sources.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
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

/// Who is told what happens here, for programs.
@RestController
@Needs(Permission.IMPORT)
@RequestMapping(
        path = "/api/v1/communities/{slug}/subscribers",
        produces = MediaType.APPLICATION_JSON_VALUE)
class SubscribersApi {

    private static final int PAGE = 100;

    private final Subscribers subscribers;
    private final Subscribing subscribing;
    private final Tellings tellings;

    SubscribersApi(Subscribers subscribers, Subscribing subscribing, Tellings tellings) {
        this.subscribers = subscribers;
        this.subscribing = subscribing;
        this.tellings = tellings;
    }

    /// @param events types; all when left out
    record Body(@Nullable String name, @Nullable String address, @Nullable List<String> events) {

        List<String> chosen() {
            return Objects.requireNonNullElse(events, List.of());
        }
    }

    record Page(List<SubscriberTold> items, @Nullable String next) {}

    /// One thing that it is told.
    record Event(
            long id,
            String name,
            String type,
            String body,
            String state,
            int tries,
            Instant madeAt,
            Instant nextAt,
            @Nullable Instant endedAt,
            @Nullable String problem) {

        static Event of(Telling one) {
            return new Event(
                    one.id(),
                    one.name(),
                    one.type(),
                    one.body(),
                    one.state().key(),
                    one.tries(),
                    one.madeAt(),
                    one.nextAt(),
                    one.endedAt(),
                    one.problem());
        }
    }

    record Events(List<Event> items, @Nullable String next) {}

    record Again(int again) {}

    @GetMapping
    Page list() {
        return new Page(subscribers.all().stream().map(SubscriberTold::of).toList(), null);
    }

    /// The secret is in this answer and in no other.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SubscriberTold add(@RequestBody Body body) {
        return SubscriberTold.of(
                subscribing.add(
                        Objects.requireNonNullElse(body.name(), ""),
                        Objects.requireNonNullElse(body.address(), ""),
                        body.chosen()));
    }

    @GetMapping("/{id}")
    SubscriberTold one(@PathVariable long id) {
        return SubscriberTold.of(subscribers.get(id));
    }

    @PutMapping("/{id}")
    SubscriberTold change(@PathVariable long id, @RequestBody Body body) {
        var now = subscribers.get(id);
        return SubscriberTold.of(
                subscribing.change(
                        id,
                        Objects.requireNonNullElse(body.name(), now.name()),
                        Objects.requireNonNullElse(body.address(), now.address()),
                        Objects.requireNonNullElse(body.events(), now.wants())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        subscribing.remove(id);
    }

    @PutMapping("/{id}/pause")
    SubscriberTold pause(@PathVariable long id) {
        subscribing.pause(id);
        return one(id);
    }

    /// Goes on where it stopped, also with one that broke.
    @DeleteMapping("/{id}/pause")
    SubscriberTold resume(@PathVariable long id) {
        subscribing.resume(id);
        return one(id);
    }

    /// Sends it something of no meaning.
    @PostMapping("/{id}/trial")
    SubscriberTold trial(@PathVariable long id) {
        subscribing.trial(id);
        return one(id);
    }

    /// The newest first.
    @GetMapping("/{id}/events")
    Events events(@PathVariable long id, @RequestParam(defaultValue = "0") long before) {
        var all = tellings.of(subscribers.get(id).id(), before, PAGE);
        return new Events(
                all.stream().map(Event::of).toList(),
                all.size() < PAGE ? null : Long.toString(all.getLast().id()));
    }

    /// Tells it once more, under the same name.
    @PostMapping("/{id}/events/{event}/trial")
    Event again(@PathVariable long id, @PathVariable long event) {
        return Event.of(subscribing.again(id, event));
    }

    /// The same for all that were given up.
    @PostMapping("/{id}/events/trial")
    Again again(@PathVariable long id) {
        return new Again(subscribing.again(id));
    }
}
