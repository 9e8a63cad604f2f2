package org.folkmoot.organisations;

import java.util.List;
import java.util.Objects;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.MailDomain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can be asked for by the domain they write from.
@Configuration(proxyBeanMethods = false)
class MailCriterion {

    @Bean
    Criterion mailDomainCriterion() {
        return Criterion.ofContacts(
                "mail-domain",
                "E-mail domain",
                List.of(Criterion.Part.operator("is", Criterion.Shape.TEXT)),
                (use, _) -> "writing from " + use.text("is"),
                (use, asked) -> {
                    var key = Objects.requireNonNullElse(MailDomain.key(use.text("is")), "");
                    var domain = asked.bind(key);
                    return """
                           select d.member_id from members.report_mailed d
                           where d.community_id = folkmoot.community()
                               and (d.mailed = %1$s or (d.mailed > %1$s || '.' and d.mailed < %1$s || '/'))
                           """
                            .formatted(domain);
                });
    }
}
