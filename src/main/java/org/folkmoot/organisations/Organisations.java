package org.folkmoot.organisations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Employers;
import org.folkmoot.organisations.Organisation.Draft;
import org.folkmoot.organisations.Organisation.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the team does with organisations. Each change is told to the members module, which looks
/// anew at the people concerned and at nobody else, in the same transaction.
@Service
@Transactional
public class Organisations {

    private final OrganisationRows rows;
    private final Roots roots;
    private final Employers employers;
    private final Trail trail;

    Organisations(OrganisationRows rows, Roots roots, Employers employers, Trail trail) {
        this.rows = rows;
        this.roots = roots;
        this.employers = employers;
        this.trail = trail;
    }

    /// What a change came to.
    ///
    /// @param former by which it can be taken back
    record Changed(long id, long former) {}

    /// Whether the team took note of any.
    @Transactional(readOnly = true)
    public boolean any() {
        return rows.any();
    }

    /// Takes note of an organisation by its name and domains, as a form has them: one a line.
    ///
    /// @throws Refusal.Unusable also when it is known by one of them already
    public long found(String name, String domains) {
        return create(new Form(name, "", "", "", domains), false);
    }

    long create(Form form, boolean staff) {
        maySway(staff);
        var draft = draft(form, staff);
        rows.alone();
        var id = rows.add(draft);
        sign(id, draft);
        tell(Set.of(id));
        record("organisation created", id, draft.name(), Map.of("staff", staff));
        return id;
    }

    /// Takes note of one that another Folkmoot kept: what is known by another here already stays
    /// there, and one that is here is known by the rest as well.
    @Transactional(noRollbackFor = Refusal.class)
    long bring(Form form, boolean staff) {
        var draft = draft(form, staff);
        rows.alone();
        var own = draft.signs().getFirst();
        var here = rows.owner(own);
        var id = here == null ? rows.add(draft) : here.id();
        rows.sign(id, draft.signs());
        tell(Set.of(id));
        record("organisation imported", id, draft.name(), Map.of());
        return id;
    }

    Changed change(long id, Form form) {
        rows.alone();
        var before = rows.draft(id);
        var draft = draft(form, before.staff());
        return put(id, before, draft, "organisation changed");
    }

    /// Takes note of another name for it.
    Changed alsoKnownAs(long id, String name) {
        rows.alone();
        var before = rows.draft(id);
        var signs = new ArrayList<>(before.signs());
        signs.add(name(name));
        var draft = new Draft(before.name(), before.url(), before.note(), before.staff(), signs);
        return put(id, before, draft, "organisation changed");
    }

    /// Whether its people are the team's own.
    Changed staff(long id, boolean staff) {
        rows.alone();
        var before = rows.draft(id);
        return put(
                id,
                before,
                before.with(staff),
                staff ? "organisation made staff" : "organisation no longer staff");
    }

    /// Gives something it is known by to an organisation of its own.
    ///
    /// @return the new one, with how the old one was before
    Changed split(long id, String kind, String key) {
        rows.alone();
        var before = rows.draft(id);
        var sign =
                before.signs().stream()
                        .filter(s -> s.kind().equals(kind) && s.key().equals(key))
                        .findAny()
                        .orElseThrow(() -> new Refusal.NotFound("This name or domain"));
        if (sign.isName() && sign.shown().equals(before.name())) {
            throw new Refusal.Unusable(
                    "%s is the organisation's own name. Rename it first.".formatted(sign.shown()));
        }
        var changed = put(id, before, before.without(sign), "organisation split");
        var named = name(sign.shown());
        var signs = new ArrayList<>(List.of(sign));
        if (!sign.isName() && rows.owner(named) == null) {
            signs.add(named);
        }
        var draft = new Draft(sign.shown(), "", "", false, signs);
        var fresh = rows.add(draft);
        sign(fresh, draft);
        tell(Set.of(fresh));
        record("organisation created", fresh, draft.name(), Map.of("from", before.name()));
        return new Changed(fresh, changed.former());
    }

    /// Takes it off the list: its people are where their profiles say again.
    Changed remove(long id) {
        rows.alone();
        var before = rows.draft(id);
        maySway(before.staff());
        if (!roots.joined(List.of(id)).isEmpty()) {
            throw new Refusal.Unusable(
                    "Others were joined into %s. Part them first.".formatted(before.name()));
        }
        var former = rows.keep(id, before);
        rows.unsign(id);
        rows.drop(id);
        employers.tell(List.of(new Employers.Employer(id, before.name(), false, List.of())));
        record("organisation removed", id, before.name(), Map.of());
        return new Changed(id, former);
    }

    /// Takes back a change, a removal or a split.
    ///
    /// @param besides an organisation that the change made; 0 for none
    long restore(long former, long besides) {
        rows.alone();
        var was = rows.former(former);
        maySway(was.draft().staff() || (!rows.missing(was.id()) && rows.draft(was.id()).staff()));
        if (besides != 0) {
            rows.draft(besides);
            rows.unsign(besides);
            rows.drop(besides);
            employers.tell(List.of(new Employers.Employer(besides, "", false, List.of())));
        }
        if (rows.missing(was.id())) {
            rows.addAgain(was.id(), was.draft());
        } else {
            rows.update(was.id(), was.draft());
            rows.unsign(was.id());
        }
        sign(was.id(), was.draft());
        tell(Set.of(was.id()));
        record("organisation change undone", was.id(), was.draft().name(), Map.of());
        return was.id();
    }

    private Changed put(long id, Draft before, Draft draft, String action) {
        maySway(before.staff() || draft.staff());
        var former = rows.keep(id, before);
        rows.update(id, draft);
        rows.unsign(id);
        sign(id, draft);
        tell(Set.of(id));
        record(action, id, draft.name(), Map.of("name", before.name()));
        return new Changed(id, former);
    }

    private Draft draft(Form form, boolean staff) {
        var signs = new ArrayList<Sign>();
        var names = form.allNames();
        var keys = employers.keys(names);
        for (int i = 0; i < names.size(); i++) {
            var key = keys.get(i);
            if (key.isEmpty()) {
                throw new Refusal.Unusable(
                        "“%s” has no letter or number in it.".formatted(names.get(i)));
            }
            if (signs.stream().noneMatch(s -> s.key().equals(key))) {
                signs.add(new Sign("name", key, names.get(i)));
            }
        }
        signs.addAll(form.allDomains());
        return new Draft(form.name(), form.url(), form.note(), staff, signs);
    }

    private Sign name(String shown) {
        return new Sign("name", employers.keys(List.of(shown)).getFirst(), shown);
    }

    /// Who is staff is a setting, and so is what an organisation is known by whose people are.
    static void maySway(boolean staff) {
        var visitor = Visitor.orNull();
        if (staff && visitor != null && !visitor.may(Permission.EDIT_SETTINGS)) {
            throw new Refusal.NotAllowed(Permission.EDIT_SETTINGS.words());
        }
    }

    private void sign(long id, Draft draft) {
        var taken = rows.sign(id, draft.signs());
        if (taken != null) {
            throw new Refusal.Unusable(
                    "%s is known by “%s” already. Join the two, or take it off there first."
                            .formatted(taken.owner(), taken.shown()));
        }
    }

    private void tell(Collection<Long> touched) {
        employers.tell(roots.employers(touched));
    }

    private void record(String action, long id, @Nullable String name, Map<String, ?> details) {
        trail.record(action, "organisation", id + " " + name, details);
    }
}
