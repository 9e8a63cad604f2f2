package org.folkmoot.identity;

import java.time.Instant;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who is whom, for programs: suggestions, decisions, merges and their undoing.
@RestController
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping(path = "/api/v1/communities/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class MergesApi {

    private static final int MOST = 500;

    private final Merging merging;
    private final WhoIsWho known;
    private final Answering answering;
    private final Suggestions suggestions;
    private final Telling telling;

    MergesApi(
            Merging merging,
            WhoIsWho known,
            Answering answering,
            Suggestions suggestions,
            Telling telling) {
        this.merging = merging;
        this.known = known;
        this.answering = answering;
        this.suggestions = suggestions;
        this.telling = telling;
    }

    /// @param other null for a parting
    record Told(
            long id,
            long batch,
            String what,
            long one,
            @Nullable Long other,
            String by,
            Instant at,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            List<Evidence> evidence) {}

    /// @param next cursor of what came before; null at the beginning
    record Log(List<Told> items, @Nullable String next) {}

    record Question(
            long one,
            long other,
            long oneMember,
            long otherMember,
            double score,
            List<Evidence> evidence) {}

    /// The best there are; decided, they make room for others.
    record Questions(List<Question> items) {}

    /// @param decision `yes`, `no` or `later`; without one the two are merged as they are
    record Wish(long one, long other, @Nullable String decision) {}

    record Batch(long batch) {}

    record Undone(int undone) {}

    @GetMapping("/merges")
    @Needs(Permission.SEE_PEOPLE)
    Log log(
            Visitor visitor,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var steps = known.history(before(cursor), usable(limit));
        return new Log(
                steps.stream().map(s -> told(s, visitor)).toList(),
                steps.size() < limit ? null : Long.toString(steps.getLast().id()));
    }

    private static long before(String cursor) {
        try {
            return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("This cursor is damaged: begin without one.");
        }
    }

    /// What merging two, parting one (without `other`), giving one to the person of another (`to`),
    /// parting all accounts of somebody (`of`) or undoing a batch would do.
    @GetMapping("/merges/preview")
    @Needs(Permission.SEE_PEOPLE)
    WhoIsWho.Changes preview(
            @RequestParam(required = false) @Nullable Long one,
            @RequestParam(required = false) @Nullable Long other,
            @RequestParam(required = false) @Nullable Long to,
            @RequestParam(required = false) @Nullable Long of,
            @RequestParam(required = false) @Nullable Long batch) {
        if (batch != null) {
            return known.ifUndone(known.batch(batch));
        }
        if (of != null) {
            return known.ifAllParted(telling.identities(of));
        }
        if (one == null) {
            throw new Refusal.Unusable("Give one and other, one and to, one alone, of, or batch.");
        }
        if (to != null) {
            return known.ifMoved(one, to);
        }
        return other == null
                ? known.ifParted(one)
                : known.ifMerged(pair(new Wish(one, other, null)));
    }

    @PostMapping("/merges")
    @ResponseStatus(HttpStatus.CREATED)
    Batch merge(@RequestBody Wish wish) {
        return new Batch(merging.merge(pair(wish), List.of()).batch());
    }

    @DeleteMapping("/merges/{batch}")
    Undone undo(@PathVariable long batch) {
        return new Undone(merging.undoBatch(batch));
    }

    @GetMapping("/suggestions")
    @Needs(Permission.SEE_PEOPLE)
    Questions suggestions(Visitor visitor, @RequestParam(defaultValue = "100") int limit) {
        return new Questions(
                suggestions.best(usable(limit)).stream()
                        .map(
                                s ->
                                        new Question(
                                                s.match().pair().one(),
                                                s.match().pair().other(),
                                                s.oneMember(),
                                                s.otherMember(),
                                                s.match().score(),
                                                shown(s.match().evidence(), visitor)))
                        .toList());
    }

    /// Answers a suggestion.
    @PostMapping("/suggestions")
    Batch decide(@RequestBody Wish wish) {
        var pair = pair(wish);
        var outcome =
                switch (String.valueOf(wish.decision())) {
                    case "yes" -> answering.join(pair);
                    case "no" -> answering.refuse(pair);
                    case "later" -> answering.later(pair);
                    default ->
                            throw new Refusal.Unusable(
                                    "Say decision \"yes\", \"no\" or \"later\".");
                };
        return switch (outcome) {
            case Answering.Outcome.Decided d -> new Batch(d.batch() == null ? 0 : d.batch());
            case Answering.Outcome.Quicker _ -> throw new Refusal.OutOfDate("this suggestion");
        };
    }

    private static Pair pair(Wish wish) {
        if (wish.one() == wish.other()) {
            throw new Refusal.Unusable("Give two different accounts.");
        }
        return new Pair(wish.one(), wish.other());
    }

    private static int usable(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        return limit;
    }

    private static Told told(Step step, Visitor visitor) {
        return new Told(
                step.id(),
                step.batch(),
                step.what() == Step.What.MERGE ? "merge" : "part",
                step.one(),
                step.other(),
                step.by(),
                step.at(),
                step.undoneBy(),
                step.undoneAt(),
                shown(step.evidence(), visitor));
    }

    private static List<Evidence> shown(List<Evidence> evidence, Visitor visitor) {
        return visitor.may(Permission.SEE_CONTACT_DATA)
                ? evidence
                : evidence.stream().map(Evidence::withoutAddresses).toList();
    }
}
