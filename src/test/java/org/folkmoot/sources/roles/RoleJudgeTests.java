package org.folkmoot.sources.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Ruled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What a rule says of an account, and which rules nobody may write.
class RoleJudgeTests {

    private static Ruled account(
            @Nullable String name, @Nullable String handle, @Nullable String email) {
        return account(name, handle, email, false, false);
    }

    private static Ruled account(
            @Nullable String name,
            @Nullable String handle,
            @Nullable String email,
            boolean bot,
            boolean staff) {
        return new Ruled(1, 1, "slack", "U7", name, handle, email, bot, staff, false, "member");
    }

    private static RoleRules rules(String json) {
        return RoleRules.of(JsonMapper.shared().readTree(json));
    }

    private static String judged(String json, Ruled account) {
        return new RoleJudge(rules(json)).of(account);
    }

    @Test
    void aStarStandsForAnythingAndNothingElseDoes() {
        assertThat(RoleWords.matches("*-bot", "deploy-bot")).isTrue();
        assertThat(RoleWords.matches("*-bot", "-bot")).isTrue();
        assertThat(RoleWords.matches("*-bot", "deploy-bots")).isFalse();
        assertThat(RoleWords.matches("dependabot[bot]", "dependabot[bot]")).isTrue();
        assertThat(RoleWords.matches("dependabot[bot]", "dependabotb")).isFalse();
        assertThat(RoleWords.matches("a?c.", "abcd")).isFalse();
        assertThat(RoleWords.matches("a*b*c", "a--b-b--c")).isTrue();
        assertThat(RoleWords.matches("a*b*c", "a--c--b")).isFalse();
        assertThat(RoleWords.matches("*a*".repeat(60) + "b", "a".repeat(5_000))).isFalse();
    }

    @Test
    void namesAndHandlesAreTheSameInLargeAndSmallLetters() {
        var rules = "{\"bots\": [\"*-BOT\", \"@Renovate\"], \"staff\": [\"ada *\"]}";
        assertThat(judged(rules, account(null, "Deploy-Bot", null))).isEqualTo("bot");
        assertThat(judged(rules, account(null, "@renovate", null))).isEqualTo("bot");
        assertThat(judged(rules, account("Ada Lovelace", "x", null))).isEqualTo("staff");
        assertThat(judged(rules, account("Adam", null, null))).isEqualTo("member");
        assertThat(judged(rules, account(null, null, null))).isEqualTo("member");
    }

    @Test
    void whoWritesFromTheTeamsDomainOrOneBelowItIsOfTheTeam() {
        var rules = "{\"staffDomains\": [\"@Example.org\"]}";
        assertThat(judged(rules, account(null, null, "ada@example.org"))).isEqualTo("staff");
        assertThat(judged(rules, account(null, null, "ada@mail.EXAMPLE.org"))).isEqualTo("staff");
        assertThat(judged(rules, account(null, null, "ada@notexample.org"))).isEqualTo("member");
        assertThat(judged(rules, account(null, null, "example.org"))).isEqualTo("member");
    }

    @Test
    void whatThePlatformSaysCanBeSwitchedOffEachForItself() {
        var bot = account("B", "b", null, true, false);
        var staff = account("S", "s", null, false, true);
        assertThat(judged("{}", bot)).isEqualTo("bot");
        assertThat(judged("{}", staff)).isEqualTo("staff");
        assertThat(judged("{\"platformBots\": false}", bot)).isEqualTo("member");
        assertThat(judged("{\"platformBots\": false}", staff)).isEqualTo("staff");
        assertThat(judged("{\"platformStaff\": false}", staff)).isEqualTo("member");
    }

    @Test
    void anIdGoesBeforeANameAndANameBeforeThePlatform() {
        var named = account("B", "deploy-bot", null, false, true);
        assertThat(judged("{\"bots\": [\"*-bot\"]}", named)).isEqualTo("bot");
        assertThat(judged("{\"bots\": [\"*-bot\"], \"staffIds\": [\"u7\"]}", named))
                .isEqualTo("staff");
        assertThat(judged("{\"bots\": [\"*-bot\"], \"staff\": [\"*-bot\"]}", named))
                .isEqualTo("bot");
        assertThat(judged("{\"botIds\": [\"U7\"], \"staffIds\": [\"U7\"]}", named))
                .isEqualTo("bot");
        assertThat(RoleJudge.strongest("member", "staff")).isEqualTo("staff");
        assertThat(RoleJudge.strongest("bot", "staff")).isEqualTo("bot");
    }

    @Test
    void whatWouldBeEverybodyOrNothingIsRefusedInWords() {
        for (var wrong :
                List.of(
                        "{\"bots\": [\" ** \"]}",
                        "{\"staff\": [\"@*\"]}",
                        "{\"staffDomains\": [\"gmail.com\"]}",
                        "{\"staffDomains\": [\"co.uk\"]}",
                        "{\"staffDomains\": [\"no domain\"]}",
                        "{\"bots\": \"x\"}",
                        "{\"botIds\": [\"" + "x".repeat(201) + "\"]}")) {
            assertThatThrownBy(() -> rules(wrong))
                    .isInstanceOf(Refusal.Unusable.class)
                    .message()
                    .endsWith(".");
        }
    }

    @Test
    void aFormSaysTheSameAsWhatIsKept() {
        var typed =
                RoleRules.typed(
                        Map.of(
                                "rules-platform-bots", "yes",
                                "rules-bots", "*-bot\r\n\r\n *-BOT \n@renovate",
                                "rules-staff-domains", "https://example.org/about"));
        assertThat(typed.bots()).containsExactly("*-bot", "renovate");
        assertThat(typed.staffDomains()).containsExactly("example.org");
        assertThat(typed.platformBots()).isTrue();
        assertThat(typed.platformStaff()).isFalse();
        assertThat(rules(typed.json())).isEqualTo(typed);
        assertThat(RoleRules.typed(Map.of("name", "x"))).isEqualTo(RoleRules.NONE);
        assertThat(RoleRules.NONE.words()).isEmpty();
    }
}
