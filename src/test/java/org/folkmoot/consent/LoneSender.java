package org.folkmoot.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.members.LeftAlone;
import org.folkmoot.store.Here;
import org.folkmoot.store.LoneHouse;
import org.folkmoot.web.Phrasebook;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/// A process of its own that looks into one outbox once, for a test that kills it: only as much of
/// the house as that needs, so that it starts quickly.
@ComponentScan(
        basePackages = {
            "org.folkmoot.store",
            "org.folkmoot.community",
            "org.folkmoot.members",
            "org.folkmoot.consent"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        lazyInit = true)
@ComponentScan(
        basePackages = "org.folkmoot.access",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(Trail|Post|SignedLinks|LinkKeys|SiteUrl)"),
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        lazyInit = true)
@Import(Phrasebook.class)
class LoneSender {

    @Bean
    MessageSource messageSource() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        return words;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
    }

    /// Nobody here objects to anything.
    @Bean
    LeftAlone nobody() {
        return new LeftAlone() {
            @Override
            public Map<Long, String> why(Collection<Long> homes) {
                return Map.of();
            }

            @Override
            public String homes() {
                return "select null::bigint where false";
            }
        };
    }

    @Bean
    JavaMailSender mail() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(Integer.getInteger("port"));
        return sender;
    }

    /// @param args the community, the time
    public static void main(String[] args) {
        var house = LoneHouse.open(LoneSender.class);
        var outbox = house.getBean(Outbox.class);
        Here.in(
                new CommunityId(Integer.parseInt(args[0])),
                () -> outbox.run(Instant.parse(args[1])));
        Runtime.getRuntime().halt(0);
    }
}
