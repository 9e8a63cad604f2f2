package org.folkmoot.access;

import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets people into the team of the community we are in, changes what they are there, and lets
/// them go. Everything is noted in the trail.
@Component
@Transactional
public class Admissions {

    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final Teammates teammates;
    private final Invitations invitations;
    private final Trail trail;

    Admissions(
            Accounts accounts,
            NewAccounts newAccounts,
            Teammates teammates,
            Invitations invitations,
            Trail trail) {
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.teammates = teammates;
        this.invitations = invitations;
        this.trail = trail;
    }

    /// Whether anybody can sign in to this installation.
    @Transactional(readOnly = true)
    public boolean anyAccount() {
        return accounts.any();
    }

    /// Invites somebody by a link.
    ///
    /// @return the secret of the link `/join/{slug}/{secret}`, this once
    /// @throws Refusal.Unusable when this is no e-mail address
    public String invite(String email, Role role) {
        var address = Accounts.address(email);
        var secret = invitations.create(address, role);
        trail.record("teammate invited", "teammate", address, Map.of("role", role.key()));
        return secret;
    }

    public void withdraw(long invitation) {
        if (!invitations.withdraw(invitation)) {
            throw new Refusal.NotFound("This invitation");
        }
        trail.record("invitation withdrawn", "invitation", Long.toString(invitation), Map.of());
    }

    /// Makes an account with a password and takes it into the team.
    ///
    /// @throws Refusal.Unusable when the password will not do or there is such an account
    public void create(String name, String email, Role role, String password) {
        var objection = PasswordRule.objection(password, name, email);
        if (objection.isPresent()) {
            throw new Refusal.Unusable(
                    "The password will not do: use at least %d characters, not your name or address, and none of the commonest."
                            .formatted(PasswordRule.SHORTEST));
        }
        var account = newAccounts.create(new Newcomer(name, email), new Opener.Password(password));
        join(account, role, Trail.who());
    }

    /// Takes up an invitation with the account one has.
    Account accept(Invitation invitation, Account account) {
        if (!invitations.accept(invitation.id())) {
            throw new Refusal.NotFound("This invitation");
        }
        join(account, invitation.role(), account.name());
        return account;
    }

    /// Takes up an invitation and makes the account of the newcomer.
    ///
    /// @throws Refusal.Unusable when there is one with that address, or the passkey will not do
    Account accept(Invitation invitation, Newcomer newcomer, Opener opener) {
        return accept(invitation, newAccounts.create(newcomer, opener));
    }

    private void join(Account account, Role role, String by) {
        if (teammates.add(account.id(), role)) {
            trail.record(
                    "teammate joined",
                    by,
                    "teammate",
                    account.email(),
                    Map.of("name", account.name(), "role", role.key()));
        }
    }

    void change(long account, Role role) {
        var mate = mate(account);
        if (mate.role() == Role.LEAD && role != Role.LEAD) {
            mustHaveAnotherLead(account);
        }
        teammates.change(account, role);
        trail.record(
                "role changed",
                "teammate",
                mate.account().email(),
                Map.of("from", mate.role().key(), "to", role.key()));
    }

    void remove(long account) {
        var mate = mate(account);
        if (mate.role() == Role.LEAD) {
            mustHaveAnotherLead(account);
        }
        teammates.remove(account);
        trail.record(
                "teammate removed",
                "teammate",
                mate.account().email(),
                Map.of("name", mate.account().name(), "role", mate.role().key()));
    }

    private Teammate mate(long account) {
        return teammates.find(account).orElseThrow(() -> new Refusal.NotFound("This teammate"));
    }

    private void mustHaveAnotherLead(long account) {
        if (teammates.leadsBeside(account) == 0) {
            throw new Refusal.Unusable(
                    "This is the only lead of the community. Make someone else a lead first.");
        }
    }
}
