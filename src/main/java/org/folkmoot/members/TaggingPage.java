package org.folkmoot.members;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Tags put on or taken off many people at once, and taken back.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/people/tagging")
class TaggingPage {

    private final People people;
    private final Criteria criteria;
    private final Tags tags;
    private final Frames frames;

    TaggingPage(People people, Criteria criteria, Tags tags, Frames frames) {
        this.people = people;
        this.criteria = criteria;
        this.tags = tags;
        this.frames = frames;
    }

    /// @param query of the list, where to return to
    /// @param everyone whether all that fit it are meant, not only those of `who`
    @PostMapping
    View tag(
            Visitor visitor,
            @RequestParam String tag,
            @RequestParam("do") String deed,
            @RequestParam String query,
            @RequestParam(required = false) @Nullable String everyone,
            @RequestParam(required = false) @Nullable List<Long> who) {
        var word = Tags.word(tag);
        var list = PeopleQuery.of(query, criteria);
        var chosen = everyone == null ? who == null ? List.<Long>of() : who : null;
        var where =
                chosen == null
                        ? people.where(
                                list,
                                people.search(list.q(), visitor.may(Permission.SEE_CONTACT_DATA)))
                        : people.where(PeopleQuery.EVERYONE, new Hits.Few(chosen, List.of(), true));
        var done = deed.equals("put") ? tags.put(word, where) : tags.take(word, where);
        say(visitor, done, query);
        return back(visitor, query);
    }

    @PostMapping("/undo")
    View undo(
            Visitor visitor,
            @RequestParam String tag,
            @RequestParam boolean put,
            @RequestParam String at,
            @RequestParam String query) {
        try {
            var people = tags.undo(tag, put, Instant.parse(at));
            frames.say(
                    Flash.good(
                            "Taken back for %s."
                                    .formatted(
                                            new Wording(visitor.locale())
                                                    .people(new People.Count(people, true)))));
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable("This link to take something back is damaged.");
        }
        return back(visitor, query);
    }

    private void say(Visitor visitor, Tags.Done done, String query) {
        var wording = new Wording(visitor.locale());
        var many = wording.people(new People.Count(done.people(), true));
        if (done.people() == 0) {
            frames.say(
                    Flash.good(
                            done.put()
                                    ? "They have the tag %s already.".formatted(done.tag())
                                    : "Nobody of them has the tag %s.".formatted(done.tag())));
            return;
        }
        frames.say(
                Flash.undoable(
                        done.put()
                                ? "Tagged %s with %s.".formatted(many, done.tag())
                                : "Took %s off %s.".formatted(done.tag(), many),
                        "/c/%s/people/tagging/undo?tag=%s&put=%s&at=%s&query=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        PeopleQuery.encoded(done.tag()),
                                        done.put(),
                                        done.at(),
                                        PeopleQuery.encoded(query))));
    }

    /// To the list, or to the one person whose page it was: then `query` is `person=<id>`.
    private View back(Visitor visitor, String query) {
        var path = "/c/" + visitor.community().slug() + "/people";
        if (query.matches("person=\\d+")) {
            return new RedirectView(path + "/" + query.substring("person=".length()));
        }
        var address = PeopleQuery.of(query, criteria).address();
        return new RedirectView(address.isEmpty() ? path : path + "?" + address);
    }
}
