package org.folkmoot.activity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads pages of a community as a teammate does.
@Lazy // not every test's house has a MockMvc
@Component
public class Reader {

    private final MockMvc mvc;
    private final Cast cast;
    private final Town town;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Reader(
            MockMvc mvc,
            Cast cast,
            Town town,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.cast = cast;
        this.town = town;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    public String member(Community community, Role role) {
        return cast.join(community, role);
    }

    public MvcResult open(Community community, String who, String path) throws Exception {
        return mvc.perform(
                        get(java.net.URI.create(
                                        "/c/" + community.slug() + path.replace("+", "%20")))
                                .with(Cast.as(who)))
                .andReturn();
    }

    public String page(Community community, String who, String path) throws Exception {
        return body(open(community, who, path));
    }

    public static String body(MvcResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    public MvcResult send(Community community, String who, String path, Map<String, String> form)
            throws Exception {
        var request = post("/c/" + community.slug() + path).with(Cast.as(who));
        form.forEach(request::param);
        return mvc.perform(request).andReturn();
    }

    /// The statements a page needs, beside those that keep a new session.
    public java.util.List<String> questions(Community community, String who, String path)
            throws Exception {
        return org.folkmoot.Queries.during(() -> page(community, who, path)).stream()
                .filter(sql -> !sql.contains("access.session"))
                .toList();
    }

    /// One number from the database, asked within the community.
    public long number(Community community, String sql) {
        return town.in(
                community, () -> transaction.execute(_ -> db.sql(sql).query(Long.class).single()));
    }

    public String text(Community community, String sql) {
        return town.in(
                community,
                () -> transaction.execute(_ -> db.sql(sql).query(String.class).single()));
    }

    /// The id of an activity.
    public long id(Community community, String external) {
        return number(
                community,
                "select id from activity.activity where community_id = folkmoot.community() and external_id = '%s'"
                        .formatted(external));
    }
}
