package org.folkmoot.care;

import java.nio.charset.StandardCharsets;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.PublicDoor;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One's own tasks in one's own calendar.
@Controller
class FeedPage {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Feeds feeds;
    private final TaskList tasks;
    private final PublicDoor door;
    private final SignedLinks links;
    private final Frames frames;

    FeedPage(Feeds feeds, TaskList tasks, PublicDoor door, SignedLinks links, Frames frames) {
        this.feeds = feeds;
        this.tasks = tasks;
        this.door = door;
        this.links = links;
        this.frames = frames;
    }

    @PostMapping("/c/{slug}/tasks/feed")
    @Needs(Permission.SEE_PEOPLE)
    View open(Visitor visitor) {
        feeds.open(visitor);
        frames.say(Flash.good("Your calendar's address is below. Keep it to yourself."));
        return back(visitor);
    }

    @PostMapping("/c/{slug}/tasks/feed/removal")
    @Needs(Permission.SEE_PEOPLE)
    View close(Visitor visitor) {
        feeds.close(visitor);
        frames.say(Flash.good("The address is no more. Calendars that use it get nothing."));
        return back(visitor);
    }

    private static View back(Visitor visitor) {
        return new RedirectView("/c/" + visitor.community().slug() + "/tasks#calendar");
    }

    /// For calendars: whoever has the address gets the tasks of the teammate it was made for.
    @GetMapping("/p/{slug}/tasks/{signed:.+}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String slug, @PathVariable String signed)
            throws Exception {
        var calendar =
                door.in(
                        slug,
                        community -> {
                            var owner =
                                    feeds.owner(signed)
                                            .orElseThrow(
                                                    () -> new Refusal.NotFound("This calendar"));
                            return TaskCalendar.of(
                                    "Tasks, " + community.name(),
                                    tasks.calendar(owner.account()),
                                    community.zone(),
                                    links.whole("/c/" + community.slug()));
                        });
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }
}
