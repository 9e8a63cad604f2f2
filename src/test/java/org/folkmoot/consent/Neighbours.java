package org.folkmoot.consent;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.Town;
import org.folkmoot.activity.Markup;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.Belonging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// People who can be written to.
@Component
class Neighbours {

    static final Instant LONG_AGO = Instant.parse("2025-03-03T12:00:00Z");
    private static final String CHAT = "slack:T1";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Town town;
    private final Intaking intaking;
    private final Belonging belonging;
    private final Consents consents;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Neighbours(
            Town town,
            Intaking intaking,
            Belonging belonging,
            Consents consents,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.town = town;
        this.intaking = intaking;
        this.belonging = belonging;
        this.consents = consents;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T in(Community here, Callable<T> work) {
        return town.in(here, work);
    }

    /// In one transaction.
    <T> T within(Community here, Callable<T> work) {
        return town.in(
                here,
                () ->
                        transaction.execute(
                                _ -> {
                                    try {
                                        return work.call();
                                    } catch (RuntimeException e) {
                                        throw e;
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                }));
    }

    static String address() {
        return "ada-" + NEXT.incrementAndGet() + "@engines.example";
    }

    /// @param address may be empty
    /// @param zone may be empty
    /// @return the member
    long meet(Community here, String name, String address, String zone) {
        var id = "U" + NEXT.incrementAndGet();
        return meet(
                here,
                Person.of(CHAT, id)
                        .with(Found.Field.NAME, name)
                        .with("email", address)
                        .with("timezone", zone));
    }

    long meet(Community here, Person person) {
        intaking.take(here, List.of(new Found.Origin(CHAT, "Chat", Markup.SLACK), person));
        return within(
                here,
                () ->
                        db.sql(
                                        """
                                        select member_id from members.identity
                                        where community_id = folkmoot.community() and external_id = :id
                                        """)
                                .param("id", person.id())
                                .query(Long.class)
                                .single());
    }

    /// Makes them one person.
    void join(Community here, Long... members) {
        var identities = identities(here, members);
        within(
                here,
                () -> {
                    belonging.gather(List.of(identities));
                    return true;
                });
    }

    /// Makes everybody who was joined with her a person of their own again.
    void part(Community here, long member) {
        var alone = identities(here, member).stream().map(List::of).toList();
        within(
                here,
                () -> {
                    belonging.gather(alone);
                    return true;
                });
    }

    private List<Long> identities(Community here, Long... members) {
        return within(
                here,
                () ->
                        db.sql(
                                        """
                                        select id from members.identity
                                        where community_id = folkmoot.community() and member_id = any(:members) order by id
                                        """)
                                .param("members", Arrays.stream(members).toArray(Long[]::new))
                                .query(Long.class)
                                .list());
    }

    void says(Community here, long member, String address, String purpose, Act act) {
        says(here, member, address, purpose, act, Source.HAND, LONG_AGO);
    }

    void says(
            Community here,
            long member,
            String address,
            String purpose,
            Act act,
            Source source,
            Instant at) {
        in(
                here,
                () -> {
                    consents.add(
                            new Consents.Said(
                                    member,
                                    address,
                                    purpose,
                                    Channel.MAIL,
                                    act,
                                    source,
                                    1,
                                    "",
                                    at));
                    return true;
                });
    }
}
