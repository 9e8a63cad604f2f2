package org.folkmoot.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Asking;
import org.folkmoot.members.Employers;
import org.folkmoot.members.MailDomain;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Where people work follows from what organisations are known by.
@HouseTest
@NullUnmarked
class OrganisationsTests {

    @Autowired Town town;
    @Autowired Staffing staffing;
    @Autowired Organisations organisations;
    @Autowired Mergers mergers;
    @Autowired OrganisationRows rows;
    @Autowired Employers employers;
    @Autowired Asking asking;

    Community here;

    @BeforeEach
    void found() {
        here = town.found();
    }

    private long keep(String name, String names, String domains) {
        return town.in(
                here, () -> organisations.create(Staffing.form(name, names, domains), false));
    }

    private String of(String person) {
        return staffing.everybody(here).get(person);
    }

    @Test
    void aNameIsTheOrganisationThatGoesByItHoweverItIsWritten() {
        staffing.meet(here, "Ada", "2026-03-01", "organisation", "@ACME,");
        staffing.meet(here, "Grace", "2026-03-01", "organisation", "Ácme Inc.");
        staffing.meet(here, "Zoë", "2026-03-01", "organisation", "Acme Labs");
        staffing.meet(here, "山田花子", "2026-03-01", "organisation", "山田商事");
        assertThat(of("Ada")).isEqualTo("@ACME, member");
        keep("Acme", "ACME, Inc.", "");
        keep("Yamada", "山田商事", "");
        assertThat(staffing.everybody(here))
                .containsEntry("Ada", "Acme member")
                .containsEntry("Grace", "Acme member")
                .containsEntry("Zoë", "Acme Labs member")
                .containsEntry("山田花子", "Yamada member");
    }

    @Test
    void whoWritesFromItsDomainOrBelowIsOfItUnlessTheirProfileNamesAnotherThatIsKept() {
        keep("Acme", "", "acme.example");
        keep("Acme Research", "", "research.acme.example");
        keep("Other", "", "");
        staffing.meet(here, "Ada", "2026-03-01", "email", "ada@acme.example");
        staffing.meet(here, "Grace", "2026-03-01", "email", "grace@mail.ACME.example");
        staffing.meet(here, "Linus", "2026-03-01", "email", "linus@lab.research.acme.example");
        staffing.meet(
                here, "Zoë", "2026-03-01", "email", "z@acme.example", "organisation", "other");
        staffing.meet(
                here, "محمد", "2026-03-01", "email", "m@acme.example", "organisation", "freelance");
        staffing.meet(here, "Mallory", "2026-03-01", "email", "mallory@notacme.example");
        staffing.meet(here, "Eve", "2026-03-01", "email", "eve@acme.example.evil.example");
        staffing.meet(here, "Bot", "2026-03-01", "email", "noreply@acme.example");
        assertThat(staffing.everybody(here))
                .containsEntry("Ada", "Acme member")
                .containsEntry("Grace", "Acme member")
                .containsEntry("Linus", "Acme Research member")
                .containsEntry("Zoë", "Other member")
                .containsEntry("محمد", "Acme member")
                .containsEntry("Mallory", "- member")
                .containsEntry("Eve", "- member")
                .containsEntry("Bot", "- member");
    }

    @Test
    void aFreeMailboxNeverSaysWhereSomebodyWorks() {
        for (var domain :
                List.of(
                        "gmail.com",
                        "mail.gmx.de",
                        "users.noreply.github.com",
                        "co.uk",
                        "com",
                        "x")) {
            assertThatThrownBy(() -> keep("Acme", "", domain))
                    .isInstanceOf(Refusal.Unusable.class)
                    .hasMessageContaining(domain);
        }
        assertThat(MailDomain.key("https://www.Acme.example/about")).isEqualTo("example.acme");
        assertThat(MailDomain.key("münchen.example")).isEqualTo("example.xn--mnchen-3ya");
        assertThat(MailDomain.written("example.xn--mnchen-3ya")).isEqualTo("münchen.example");
        assertThat(MailDomain.key("a b.example")).isNull();
    }

    @Test
    void peopleCanBeAskedForByTheDomainTheyWriteFrom() {
        staffing.meet(here, "Ada", "2026-03-01", "email", "ada@acme.example");
        staffing.meet(here, "Grace", "2026-03-01", "email", "g@mail.acme.example");
        staffing.meet(here, "Linus", "2026-03-01", "email", "l@acme-labs.example");
        assertThat(asking.names(here, "mail-domain is acme.example"))
                .containsExactly("Ada", "Grace");
        assertThat(asking.names(here, "mail-domain is nothing")).isEmpty();
    }

    @Test
    void onlyThoseConcernedAreLookedAtAnew() {
        staffing.meet(here, "Ada", "2026-03-01", "organisation", "Acme");
        staffing.meet(here, "Grace", "2026-03-01", "email", "g@acme.example");
        staffing.meet(here, "Linus", "2026-03-01", "organisation", "Other");
        staffing.meet(here, "Zoë", "2026-03-01", "email", "z@other.example");
        var acme =
                new Employers.Employer(
                        1,
                        "Acme",
                        false,
                        List.of(
                                new Employers.Sign("name", "acme"),
                                new Employers.Sign("domain", "example.acme")));
        assertThat(staffing.in(here, () -> employers.tell(List.of(acme)))).isEqualTo(2);
        assertThat(staffing.in(here, () -> employers.tell(List.of(acme)))).isZero();
    }

    @Test
    void nothingIsKnownByTwo() {
        keep("Acme", "", "acme.example");
        assertThatThrownBy(() -> keep("ACME", "", ""))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("Acme is known by");
        assertThatThrownBy(() -> keep("Other", "", "acme.example"))
                .isInstanceOf(Refusal.Unusable.class);
        assertThatThrownBy(() -> keep("?!", "", "")).isInstanceOf(Refusal.Unusable.class);
        assertThatThrownBy(() -> keep("x".repeat(201), "", ""))
                .isInstanceOf(Refusal.Unusable.class);
    }

    @Test
    void aChangeASplitAndARemovalCanBeTakenBackWhole() {
        var acme = keep("Acme", "Acme Europe\nAcme Asia", "acme.example");
        staffing.meet(here, "Ada", "2026-03-01", "organisation", "Acme Europe");
        staffing.meet(here, "Grace", "2026-03-01", "email", "g@acme.example");
        var first = staffing.everybody(here);
        var draft = town.in(here, () -> rows.draft(acme));
        var changed =
                town.in(
                        here,
                        () -> organisations.change(acme, Staffing.form("Acme World", "", "")));
        assertThat(of("Ada")).isEqualTo("Acme Europe member");
        town.in(here, () -> organisations.restore(changed.former(), 0));
        assertThat(staffing.everybody(here)).isEqualTo(first);
        var split = town.in(here, () -> organisations.split(acme, "name", "acme europe"));
        assertThat(of("Ada")).isEqualTo("Acme Europe member");
        assertThat(of("Grace")).isEqualTo("Acme member");
        town.in(here, () -> organisations.restore(split.former(), split.id()));
        assertThat(staffing.everybody(here)).isEqualTo(first);
        var removed = town.in(here, () -> organisations.remove(acme));
        assertThat(of("Grace")).isEqualTo("- member");
        town.in(here, () -> organisations.restore(removed.former(), 0));
        assertThat(staffing.everybody(here)).isEqualTo(first);
        assertThat(town.in(here, () -> rows.draft(acme))).isEqualTo(draft);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void undoingAllThatWasJoinedGivesTheFirstStateWhateverTheOrder(long seed) {
        var random = new Random(seed);
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 6; i++) {
            ids.add(keep("Org " + i, "Also " + i, "org%d.example".formatted(i)));
            staffing.meet(here, "A" + i, "2026-03-01", "organisation", "also " + i);
            staffing.meet(here, "B" + i, "2026-03-01", "email", "b@org%d.example".formatted(i));
        }
        var first = staffing.everybody(here);
        var open = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            var one = ids.get(random.nextInt(6));
            var into = ids.get(random.nextInt(6));
            if (random.nextInt(4) == 0 && !open.isEmpty()) {
                var step = open.remove(random.nextInt(open.size()));
                town.in(here, () -> mergers.unmerge(step));
            } else {
                try {
                    open.add(town.in(here, () -> mergers.merge(one, into)));
                } catch (Refusal.Unusable e) {
                    assertThat(e).hasMessageNotContaining("staff");
                }
            }
            assertThat(staffing.counts(here).getFirst()).isEqualTo(staffing.counts(here).getLast());
        }
        assertThat(staffing.everybody(here)).isNotEqualTo(first);
        staffing.meet(here, "Late", "2026-03-01", "organisation", "Also 1");
        java.util.Collections.shuffle(open, random);
        open.forEach(step -> town.in(here, () -> mergers.unmerge(step)));
        assertThat(of("Late")).isEqualTo("Org 1 member");
        var last = staffing.everybody(here);
        last.remove("Late");
        assertThat(last).isEqualTo(first);
        assertThat(staffing.counts(here).getFirst()).isEqualTo(staffing.counts(here).getLast());
        assertThatThrownBy(() -> town.in(here, () -> mergers.unmerge(open.getFirst())))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("undone already");
    }

    @Test
    void peopleAreCountedAsTheyComeGoAndAreJoined() {
        keep("Acme", "", "acme.example");
        var ada = staffing.account(here, "Ada", "2026-03-01", "organisation", "Acme");
        var grace = staffing.account(here, "Grace", "2026-03-01", "email", "g@acme.example");
        staffing.meet(here, "Linus", "2026-03-01", "organisation", "Other");
        assertThat(staffing.counts(here).getFirst())
                .containsEntry("Acme", 2)
                .containsEntry("Other", 1);
        staffing.gather(here, List.of(List.of(ada, grace)));
        assertThat(staffing.counts(here).getFirst()).containsEntry("Acme", 1);
        staffing.in(
                here,
                () -> {
                    employers.settle();
                    return true;
                });
        staffing.gather(here, List.of(List.of(ada), List.of(grace)));
        staffing.meet(here, "Linus", "2026-04-01", "organisation", "Acme");
        assertThat(staffing.counts(here).getFirst())
                .isEqualTo(staffing.counts(here).getLast())
                .containsOnlyKeys("Acme")
                .containsEntry("Acme", 3);
    }
}
