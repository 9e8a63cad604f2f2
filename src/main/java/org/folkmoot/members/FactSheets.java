package org.folkmoot.members;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.Inference.Inferred;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Puts what is told of a person into rows: stated first, inferred only where nothing is
/// stated.
@Component
class FactSheets {

    /// What could not be kept as it was typed; shown once more beside the reason.
    static final String DRAFT = "said";

    static final String ERROR = "unsaid";

    private final Sayings sayings;
    private final List<Inference> inferences;
    private final Clock clock;

    FactSheets(Sayings sayings, List<Inference> inferences, Clock clock) {
        this.sayings = sayings;
        this.inferences = inferences;
        this.clock = clock;
    }

    FactSheet of(Member member, Visitor visitor, HttpServletRequest request, String saying) {
        var facts = new EnumMap<ProfileField, Fact>(ProfileField.class);
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        sayings.facts(member).forEach(f -> facts.put(f.field(), contacts ? f : masked(f)));
        var inferred = new EnumMap<ProfileField, Inferred>(ProfileField.class);
        for (var inference : inferences) {
            inference.of(member.id()).forEach(i -> inferred.putIfAbsent(i.field(), i));
        }
        var edits = visitor.may(Permission.EDIT_PEOPLE);
        var now = clock.instant();
        var rows = new ArrayList<FactSheet.Row>();
        var unsaid = new ArrayList<ProfileField>();
        for (var field : ProfileField.values()) {
            var fact = facts.get(field);
            var guess = fact == null ? inferred.get(field) : null;
            if (fact == null && guess == null) {
                unsaid.add(field);
            } else {
                rows.add(row(field, fact, guess, now, visitor.locale()));
            }
        }
        var open = edits ? ProfileField.of(saying).orElse(null) : null;
        return new FactSheet(
                "/c/%s/people/%d".formatted(visitor.community().slug(), member.id()),
                Objects.requireNonNull(PublicPages.csrf(request)),
                new When(now, visitor.locale(), visitor.zone()),
                List.copyOf(rows),
                List.copyOf(unsaid),
                edits,
                open,
                open == null ? "" : draft(request, facts.get(open)),
                carried(request, ERROR),
                open == null || !contacts ? List.of() : past(member.id(), open));
    }

    private static FactSheet.Row row(
            ProfileField field,
            @Nullable Fact fact,
            @Nullable Inferred guess,
            Instant now,
            Locale locale) {
        var value = fact == null ? "" : fact.counts().value();
        return new FactSheet.Row(
                field,
                fact,
                guess,
                field == ProfileField.TIMEZONE ? clock(value, guess, now, locale) : "",
                fact == null ? "" : shown(field, value, locale));
    }

    /// Without the addresses that stand in for the names of those who told none.
    private static Fact masked(Fact fact) {
        return new Fact(
                fact.field(),
                fact.values().stream()
                        .map(v -> new Fact.Value(Wording.name(v.value(), false), v.sources()))
                        .toList());
    }

    private static String shown(ProfileField field, String value, Locale reader) {
        if (field != ProfileField.LANGUAGE) {
            return value;
        }
        var language = Locale.forLanguageTag(value.replace('_', '-'));
        return Arrays.asList(Locale.getISOLanguages()).contains(language.getLanguage())
                ? language.getDisplayName(reader)
                : value;
    }

    /// "14:03 there now"; of an inferred zone "between 12:03 and 16:03 there now".
    private static String clock(String zone, @Nullable Inferred guess, Instant now, Locale locale) {
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        if (guess != null) {
            return "between %s and %s there now"
                    .formatted(
                            time.format(now.atOffset(ZoneOffset.ofHours(guess.earliest()))),
                            time.format(now.atOffset(ZoneOffset.ofHours(guess.latest()))));
        }
        try {
            return time.format(now.atZone(ZoneId.of(zone))) + " there now";
        } catch (DateTimeException e) {
            return ""; // a zone in words of their own: shown as it is
        }
    }

    private static String draft(HttpServletRequest request, @Nullable Fact fact) {
        var carried = carried(request, DRAFT);
        return carried.isEmpty() && fact != null && !fact.counts().value().endsWith("@…")
                ? fact.counts().value()
                : carried;
    }

    private static String carried(HttpServletRequest request, String name) {
        Map<String, ?> before = RequestContextUtils.getInputFlashMap(request);
        return before != null && before.get(name) instanceof String words ? words : "";
    }

    private List<Sayings.Change> past(long member, ProfileField field) {
        return sayings.history(member).stream()
                .filter(c -> c.field().equals(field.key()))
                .limit(10)
                .toList();
    }
}
