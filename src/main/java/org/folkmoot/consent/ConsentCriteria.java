package org.folkmoot.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.members.Use;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can be asked for by consent: `agreed to news by mail`,
/// `may-be-asked for news`, `may-be-asked now for news by hand`.
@Configuration(proxyBeanMethods = false)
class ConsentCriteria {

    private static final List<Choice> CHANNELS =
            Arrays.stream(Channel.values()).map(c -> new Choice(c.key(), c.words())).toList();

    static Supplier<List<Choice>> choices(Purposes purposes, boolean service) {
        return () ->
                purposes.all().stream()
                        .filter(p -> service || p.basis() != Basis.SERVICE)
                        .map(p -> new Choice(p.key(), p.name()))
                        .toList();
    }

    @Bean
    Criterion agreedCriterion(Purposes purposes) {
        return Criterion.ofContacts(
                "agreed",
                "Agreed",
                List.of(
                        Part.operator("to", Shape.CHOICE, choices(purposes, false)),
                        Part.detail("by", Shape.CHOICE, () -> CHANNELS)),
                (use, _) ->
                        "who agreed to “%s” %s"
                                .formatted(name(purposes, use.text("to")), channel(use).words()),
                (use, asked) ->
                        "with %s select member_id from standing where agreed and not withdrawn"
                                .formatted(StandingSql.with(use.text("to"), channel(use), asked)));
    }

    @Bean
    Criterion mayBeAskedCriterion(Purposes purposes, Askable askable) {
        return Criterion.ofContacts(
                "may-be-asked",
                "May be asked",
                List.of(
                        Part.operator("for", Shape.CHOICE, choices(purposes, false)),
                        Part.operator("now for", Shape.CHOICE, choices(purposes, false)),
                        Part.detail("by", Shape.CHOICE, () -> CHANNELS)),
                (use, _) ->
                        "who may be asked for “%s” %s%s"
                                .formatted(
                                        name(purposes, purpose(use)),
                                        channel(use).words(),
                                        use.says("now for") ? ", also at this hour" : ""),
                (use, asked) ->
                        askable.who(
                                purposes.get(purpose(use)),
                                channel(use),
                                use.says("now for"),
                                asked));
    }

    private static String purpose(Use use) {
        return use.says("for") ? use.text("for") : use.text("now for");
    }

    private static Channel channel(Use use) {
        return use.says("by") ? Channel.of(use.text("by")) : Channel.MAIL;
    }

    /// A segment may have been made when there still was such a purpose.
    static String name(Purposes purposes, String key) {
        return purposes.all().stream()
                .filter(p -> p.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(Purposes.Known::name)
                .orElse(key);
    }
}
