package org.folkmoot.organisations;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.MailDomain;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What may be an organisation, to be answered with a word.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/organisations/suggestions")
class SuggestionsPage {

    private static final int SHOWN = 20;
    private static final int LONGEST = 300;

    private final Guesses guesses;
    private final Judgements judgements;
    private final Organisations organisations;
    private final Mergers mergers;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    SuggestionsPage(
            Guesses guesses,
            Judgements judgements,
            Organisations organisations,
            Mergers mergers,
            Frames frames,
            Html html,
            Clock clock) {
        this.guesses = guesses;
        this.judgements = judgements;
        this.organisations = organisations;
        this.mergers = mergers;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Open(
            Desk desk,
            Reader reader,
            List<Suggestion.Domain> domains,
            List<Suggestion.Names> names) {}

    /// @param words "3 questions about organisations"; empty when there are none
    record Waiting(Reader reader, String words) {}

    @GetMapping
    View show(Visitor visitor) {
        var reader = Reader.of(visitor, clock);
        var domains = guesses.domains(SHOWN);
        var names = guesses.names(SHOWN);
        var many = domains.size() + names.size();
        return html.render(
                "organisations/suggestions",
                new Open(
                        frames.desk(
                                "What may be an organisation",
                                many == 0 ? "Nothing is left to decide." : words(many, reader)),
                        reader,
                        domains,
                        names));
    }

    /// How many there are, as a link; nothing when there are none.
    @GetMapping("/open")
    View open(Visitor visitor) {
        var reader = Reader.of(visitor, clock);
        var many = guesses.domains(SHOWN).size() + guesses.names(SHOWN).size();
        return html.render(
                "organisations/open", new Waiting(reader, many == 0 ? "" : words(many, reader)));
    }

    private static String words(int many, Reader reader) {
        return many == 1
                ? "One question about organisations."
                : "%s questions about organisations.".formatted(reader.number(many));
    }

    @PostMapping("/domain")
    View domain(
            Visitor visitor,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam("do") String answer) {
        var written = MailDomain.written(few(key));
        if (answer.equals("refuse")) {
            judgements.refuse("domain", key, "");
            frames.say(
                    Flash.undoable(
                            "%s is no organisation: it is not asked again.".formatted(written),
                            asking(visitor, "domain", key, "")));
        } else {
            var id = organisations.create(new Form(name, "", "", "", written), false);
            created(visitor, id, name);
        }
        return new RedirectView(OrganisationChanges.path(visitor, "/suggestions"));
    }

    @PostMapping("/names")
    View names(
            Visitor visitor,
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam("do") String answer) {
        var pair =
                guesses.names(Integer.MAX_VALUE).stream()
                        .filter(n -> n.one().key().equals(one))
                        .filter(n -> n.other().name().equals(other))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Refusal.Unusable(
                                                "Somebody was quicker: these need no decision any more."));
        if (answer.equals("refuse")) {
            judgements.refuse("names", pair.one().key(), pair.other().key());
            frames.say(
                    Flash.undoable(
                            "%s and %s are two.".formatted(pair.one().name(), pair.other().name()),
                            asking(visitor, "names", pair.one().key(), pair.other().key())));
        } else {
            join(visitor, pair);
        }
        return new RedirectView(OrganisationChanges.path(visitor, "/suggestions"));
    }

    private void join(Visitor visitor, Suggestion.Names pair) {
        var one = pair.one();
        var other = pair.other();
        if (one.id() == null) {
            var form = new Form(one.name(), "", "", other.name(), "");
            created(visitor, organisations.create(form, false), one.name());
            return;
        }
        var undo =
                other.id() == null
                        ? "/former/%d/return"
                                .formatted(
                                        organisations.alsoKnownAs(one.id(), other.name()).former())
                        : "/steps/%d/undoing".formatted(mergers.merge(other.id(), one.id()));
        frames.say(
                Flash.undoable(
                        "%s is %s now.".formatted(other.name(), one.name()),
                        OrganisationChanges.path(visitor, undo)));
    }

    private void created(Visitor visitor, long id, String name) {
        frames.say(
                Flash.undoable(
                        "%s is kept as an organisation.".formatted(name.strip()),
                        OrganisationChanges.path(visitor, "/%d/removal".formatted(id))));
    }

    @PostMapping("/asking")
    View askAgain(
            Visitor visitor,
            @RequestParam String kind,
            @RequestParam String one,
            @RequestParam(defaultValue = "") String other) {
        judgements.ask(kind, few(one), few(other));
        frames.say(Flash.good("Taken back: it is asked again."));
        return new RedirectView(OrganisationChanges.path(visitor, "/suggestions"));
    }

    private static String asking(Visitor visitor, String kind, String one, String other) {
        return OrganisationChanges.path(
                visitor,
                "/suggestions/asking?kind=%s&one=%s&other=%s"
                        .formatted(kind, Reader.encoded(one), Reader.encoded(other)));
    }

    private static String few(String typed) {
        if (typed.length() > LONGEST || typed.indexOf(0) >= 0) {
            throw new Refusal.Unusable("What is meant cannot be read. Reload the page.");
        }
        return typed;
    }
}
