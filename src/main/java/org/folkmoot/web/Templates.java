package org.folkmoot.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Templates {

    /// Templates compile into the package of their folder (`people/list.jte` ->
    /// `org.folkmoot.people`), so they see their module's package-private records and no other's.
    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.folkmoot");
    }
}
