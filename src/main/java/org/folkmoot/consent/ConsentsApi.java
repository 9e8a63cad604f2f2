package org.folkmoot.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Consents and asks, for programs.
@RestController
@Needs(Permission.SEE_CONTACT_DATA)
@RequestMapping("/api/v1/communities/{slug}")
class ConsentsApi {

    private static final int MOST = 200;

    private final Outlook outlook;
    private final Consents consents;
    private final Purposes purposes;
    private final Asking asking;
    private final AskList list;
    private final Clock clock;

    ConsentsApi(
            Outlook outlook,
            Consents consents,
            Purposes purposes,
            Asking asking,
            AskList list,
            Clock clock) {
        this.outlook = outlook;
        this.consents = consents;
        this.purposes = purposes;
        this.asking = asking;
        this.list = list;
        this.clock = clock;
    }

    /// @param state `agreed`, `withdrawn`, `asked` or `none`
    record Consent(
            String purpose,
            String basis,
            String channel,
            String state,
            @Nullable String address,
            @Nullable Instant since,
            @Nullable String source,
            @Nullable Integer version) {}

    record OfMember(long member, List<Consent> consents, int asked, int most, int days) {}

    /// @param state `granted` or `withdrawn`
    /// @param at when she said it; now if it is missing
    /// @param note where the proof lies
    record Wish(
            String state,
            @Nullable String channel,
            @Nullable String address,
            @Nullable Integer version,
            @Nullable Instant at,
            @Nullable String note) {}

    /// @param would `going`, `held`, `not_allowed`, `no_address` or `no_post`
    record Preview(String would, String reason, @Nullable Instant until) {}

    record One(
            long id,
            @Nullable Long member,
            String purpose,
            String channel,
            String module,
            String subject,
            String state,
            String reason,
            String by,
            Instant createdAt,
            Instant goesAt,
            @Nullable Instant endedAt) {}

    /// @param next the `cursor` of the next page, null on the last
    record Page(List<One> items, @Nullable String next) {}

    @GetMapping("/members/{id}/consents")
    OfMember consents(@PathVariable long id) {
        var seen = outlook.of(id, clock.instant());
        return new OfMember(
                seen.her().member(),
                seen.lines().stream().map(ConsentsApi::told).toList(),
                seen.asked().size(),
                seen.budget().asks(),
                seen.budget().days());
    }

    private static Consent told(Outlook.Line line) {
        var since = line.standing().since();
        return new Consent(
                line.purpose().key(),
                line.purpose().basis().key(),
                line.channel().key(),
                line.standing().state().name().toLowerCase(java.util.Locale.ROOT),
                line.address().isEmpty() ? null : line.address(),
                since == null ? null : since.at(),
                since == null ? null : since.source().key(),
                since == null ? null : since.version());
    }

    @PutMapping("/members/{id}/consents/{purpose}")
    @Needs(Permission.EDIT_PEOPLE)
    OfMember note(@PathVariable long id, @PathVariable String purpose, @RequestBody Wish wish) {
        var her = outlook.of(id, clock.instant()).her();
        if (!List.of("granted", "withdrawn").contains(String.valueOf(wish.state()))) {
            throw new Refusal.Unusable("state is granted or withdrawn.");
        }
        if (!purpose.equals(Purpose.ALL)) {
            purposes.get(purpose);
        }
        consents.add(
                new Consents.Said(
                        her.member(),
                        wish.address() == null ? "" : wish.address(),
                        purpose,
                        Channel.of(wish.channel() == null ? "mail" : wish.channel()),
                        Act.of(wish.state()),
                        Source.FORM,
                        wish.version(),
                        wish.note() == null ? "" : wish.note(),
                        wish.at() == null ? clock.instant() : wish.at()));
        return consents(id);
    }

    @GetMapping("/members/{id}/asks/preview")
    Preview would(
            @PathVariable long id,
            @RequestParam String purpose,
            @RequestParam(defaultValue = "mail") String channel) {
        var answer = asking.would(id, purpose, Channel.of(channel));
        return switch (answer) {
            case Answer.Going going -> new Preview("going", answer.inWords(), going.at());
            case Answer.Held held -> new Preview("held", held.reason(), held.until());
            case Answer.NoAddress _ -> new Preview("no_address", answer.inWords(), null);
            case Answer.NoPost _ -> new Preview("no_post", answer.inWords(), null);
            default -> new Preview("not_allowed", answer.inWords(), null);
        };
    }

    @GetMapping("/asks")
    Page asks(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "9223372036854775807") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var only = Arrays.stream(AskState.values()).filter(s -> s.key().equals(state)).toList();
        if (!state.isEmpty() && only.isEmpty()) {
            throw new Refusal.Unusable("There is no state %s.".formatted(state));
        }
        var most = Math.clamp(limit, 1, MOST);
        var found = list.page(only, cursor, most + 1);
        var shown = found.stream().limit(most).toList();
        return new Page(
                shown.stream().map(ConsentsApi::told).toList(),
                found.size() > most ? Long.toString(shown.getLast().id()) : null);
    }

    private static One told(Asked a) {
        return new One(
                a.id(),
                a.putOn(),
                a.purpose(),
                a.channel().key(),
                a.module(),
                a.subject(),
                a.state().key(),
                a.reason(),
                a.by(),
                a.createdAt(),
                a.goesAt(),
                a.endedAt());
    }
}
