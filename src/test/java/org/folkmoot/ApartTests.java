package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The walls the database itself keeps between communities, and around what may not change.
@HouseTest
class ApartTests {

    /// Tables of one community's rows.
    private static final String OURS =
            """
            select c.oid, c.oid::regclass::text as name from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id'
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
            and c.relpersistence <> 't'
            """;

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyTableWithACommunityIsBehindTheWall() {
        assertThat(names(OURS)).hasSizeGreaterThan(15);
        assertThat(
                        names(
                                """
                                with ours as (%s)
                                select name from ours join pg_class c using (oid)
                                where not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = ours.oid)
                                """
                                        .formatted(OURS)))
                .isEmpty();
    }

    @Test
    void theCommunityComesFirstInEveryKey() {
        assertThat(
                        names(
                                """
                                with ours as (%s)
                                select name from ours
                                left join pg_index i on i.indrelid = ours.oid and i.indisprimary
                                left join pg_attribute a on a.attrelid = ours.oid and a.attnum = i.indkey[0]
                                where a.attname is distinct from 'community_id'
                                """
                                        .formatted(OURS)))
                .isEmpty();
    }

    @Test
    void theApplicationIsBoundByTheWall() {
        assertThat(
                        names(
                                """
                                select rolname as name from pg_roles
                                where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                                """))
                .isEmpty();
        assertThat(
                        names(
                                """
                                select oid::regclass::text as name from pg_class
                                where relowner = current_user::regrole and relpersistence <> 't'
                                union all
                                select nspname from pg_namespace where nspowner = current_user::regrole and nspname !~ '^pg_'
                                union all
                                select proname from pg_proc where proowner = current_user::regrole
                                """))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access.trail set who = 'Mallory'",
                "delete from access.trail",
                "truncate access.trail"
            })
    void theTrailCannotBeRewritten(String sql) {
        assertThatThrownBy(
                        () ->
                                town.in(
                                        town.found(),
                                        () -> transaction.execute(_ -> db.sql(sql).update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied for table trail");
    }

    private java.util.List<String> names(String sql) {
        return db.sql(sql).query((row, _) -> row.getString("name")).list();
    }
}
