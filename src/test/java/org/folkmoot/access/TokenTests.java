package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class TokenTests {

    @LocalServerPort int port;
    @Autowired MockMvc web;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void aTokenReadsAndOnlyAWritingOneWrites() throws Exception {
        var community = town.found();
        var path = "/api/v1/communities/" + community.slug() + "/probe";
        var read = "Bearer " + cast.token(community, Scope.READ);
        var write = "Bearer " + cast.token(community, Scope.WRITE);
        web.perform(get(path).header("Authorization", read))
                .andExpect(status().isOk())
                .andExpect(
                        content()
                                .string(
                                        "robot in %s, %s"
                                                .formatted(community.id(), community.slug())));
        web.perform(post(path).header("Authorization", read)).andExpect(status().isForbidden());
        web.perform(post(path).header("Authorization", write)).andExpect(status().isOk());
    }

    @Test
    void aTokenOpensNoPageOfTheDesk() throws Exception {
        var community = town.found();
        var token = cast.token(community, Scope.READ);
        web.perform(
                        get("/c/" + community.slug() + "/probe")
                                .header("Authorization", "Bearer " + token))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void aWrongTokenIsNotHelpedByASession() throws Exception {
        var community = town.found();
        var grace = cast.join(community, Role.LEAD);
        web.perform(
                        post("/api/v1/communities/" + community.slug() + "/probe")
                                .with(from("10.0.0.1"))
                                .with(Cast.as(grace))
                                .header("Authorization", "Bearer folkmoot_wrong"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void guessingTokensIsSlowedDown() throws Exception {
        var community = town.found();
        var path = "/api/v1/communities/" + community.slug() + "/probe";
        for (int i = 0; i < 20; i++) {
            web.perform(
                            get(path)
                                    .with(from("10.0.0.2"))
                                    .header("Authorization", "Bearer guess" + i))
                    .andExpect(status().isUnauthorized());
        }
        web.perform(
                        get(path)
                                .with(from("10.0.0.2"))
                                .header(
                                        "Authorization",
                                        "Bearer " + cast.token(community, Scope.READ)))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void theTokenIsShownOnceKeptAsAHashAndRevoked() throws Exception {
        var community = town.found();
        var grace = new Browser(port);
        grace.signIn(cast.join(community, Role.LEAD), Cast.PASSWORD);
        var page = "/c/" + community.slug() + "/tokens";
        grace.get(page);
        grace.post(page, Map.of("name", "Dashboard", "scope", "read"));
        var shown = Pattern.compile("folkmoot_[\\w-]{43}").matcher(grace.get(page).body());
        assertThat(shown.find()).isTrue();
        assertThat(grace.get(page).body()).contains("Dashboard").doesNotContain(shown.group());
        var kept =
                town.in(
                        community,
                        () ->
                                new TransactionTemplate(transactions)
                                        .execute(
                                                _ ->
                                                        db.sql("select t::text from access.token t")
                                                                .query((row, _) -> row.getString(1))
                                                                .list()));
        assertThat(kept).hasSize(1).noneMatch(row -> row.contains(shown.group()));
        var api = "/api/v1/communities/" + community.slug() + "/probe";
        var header = "Bearer " + shown.group();
        web.perform(get(api).header("Authorization", header)).andExpect(status().isOk());
        var id = Pattern.compile("/tokens/(\\d+)/revocation").matcher(grace.get(page).body());
        assertThat(id.find()).isTrue();
        grace.post(page + "/" + id.group(1) + "/revocation", Map.of());
        web.perform(get(api).with(from("10.0.0.3")).header("Authorization", header))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void theTrailCannotBeChangedByTheApplication() {
        var community = town.found();
        cast.token(community, Scope.READ);
        for (var sql :
                new String[] {
                    "update access.trail set who = 'Mallory'",
                    "delete from access.trail",
                    "truncate access.trail"
                }) {
            assertThatThrownBy(
                            () ->
                                    town.in(
                                            community,
                                            () ->
                                                    new TransactionTemplate(transactions)
                                                            .execute(_ -> db.sql(sql).update())))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
