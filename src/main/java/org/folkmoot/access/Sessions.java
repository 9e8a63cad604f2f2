package org.folkmoot.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Where an account is signed in.
@Component
class Sessions {

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

    Sessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
        this.sessions = sessions;
    }

    /// @param name a name for the session that does not open it
    record Open(String name, String device, Instant since, Instant last, boolean current) {}

    /// @param current the id of the session that asks
    List<Open> of(String email, String current) {
        return sessions.getObject().findByPrincipalName(email).values().stream()
                .map(
                        session ->
                                new Open(
                                        name(session.getId()),
                                        Objects.requireNonNullElse(
                                                session.getAttribute(SignedInSession.DEVICE),
                                                "Unknown device"),
                                        session.getCreationTime(),
                                        session.getLastAccessedTime(),
                                        session.getId().equals(current)))
                .sorted(Comparator.comparing(Open::last).reversed())
                .toList();
    }

    void end(String email, String name) {
        var all = sessions.getObject();
        all.findByPrincipalName(email).keySet().stream()
                .filter(id -> name(id).equals(name))
                .forEach(all::deleteById);
    }

    /// Signs an account out everywhere but where it asks from.
    void endOthers(String email, String current) {
        var all = sessions.getObject();
        all.findByPrincipalName(email).keySet().stream()
                .filter(id -> !id.equals(current))
                .forEach(all::deleteById);
    }

    private static String name(String id) {
        return HexFormat.of().formatHex(Secret.hash(id), 0, 8);
    }
}
