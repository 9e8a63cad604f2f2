package org.folkmoot.privacy;

import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Why things are kept, as lines of an export.
@Configuration(proxyBeanMethods = false)
class PrivacyKeepsakes {

    private static final String CONTACT =
            "select controller, address from privacy.contact where community_id = folkmoot.community()";

    private static final String CONTACT_IN =
            """
            insert into privacy.contact (community_id, controller, address)
            select folkmoot.community(), r.controller, r.address
            from jsonb_to_recordset(:rows::jsonb) r(controller text, address text) limit 1 on conflict do nothing
            """;

    private static final String REGISTER =
            """
            select source as of, basis, purpose, origin, keeps, by, at from privacy.basis
            where community_id = folkmoot.community() order by source
            """;

    private static final String REGISTER_IN =
            """
            insert into privacy.basis (community_id, source, basis, purpose, origin, keeps, by, at)
            select folkmoot.community(), r.of, r.basis, r.purpose, r.origin, r.keeps, r.by, r.at
            from jsonb_to_recordset(:rows::jsonb)
                r(of text, basis text, purpose text, origin text, keeps text, by text, at timestamptz)
            on conflict do nothing
            """;

    @Bean
    Keeper privacyKeepsakes(Keepsakes tables) {
        var bases =
                Arrays.stream(Purpose.Basis.values())
                        .map(basis -> basis.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new);
        return tables.keeper(
                Turn.BEFORE_LEDGER,
                50,
                Keepsake.of("privacy_contact", CONTACT, CONTACT_IN)
                        .text("controller", 500)
                        .text("address", 500),
                Keepsake.of("register", REGISTER, REGISTER_IN)
                        .text("of", 500)
                        .oneOf("basis", bases)
                        .text("purpose", 1000)
                        .text("origin", 1000)
                        .text("keeps", 1000)
                        .text("by", 300)
                        .time("at"));
    }
}
