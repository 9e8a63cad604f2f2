package org.folkmoot.members;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside accounts and people.
@Configuration(proxyBeanMethods = false)
class MembersDependants {

    private static final String BY_THE_TEAM = "t.by <> 'import'";

    @Bean
    Dependants dependantsOfMembers() {
        return Dependants.none()
                .account("members.doing")
                .account("members.news")
                .account("members.worked")
                .account("members.claim", "one_identity")
                .account("members.claim", "other_identity")
                .person("members.tag", "put_on", BY_THE_TEAM)
                .person("members.note", "put_on", BY_THE_TEAM)
                .person("members.said", "put_on", BY_THE_TEAM)
                .person("members.saying")
                .person("members.segment_member")
                .person("members.segment_move");
    }
}
