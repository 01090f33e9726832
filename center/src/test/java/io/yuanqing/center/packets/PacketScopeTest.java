package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.center.Center;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.identity.Scope;
import io.yuanqing.center.identity.SignedIn;
import io.yuanqing.center.registry.Enterprises;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.NewEnterprise;
import io.yuanqing.center.registry.NewPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.center.registry.SupervisionClass;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ContextConfiguration;

/** Raw packets lie in the data scope like every figure that is derived from them. */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class PacketScopeTest {

    @Autowired
    PacketScope scope;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Points points;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aCountyBureauReadsItsOwnPointsPacketsAndNoOthers() {
        signIn(Scope.CITY);
        register("通海县", "OWN-1");
        register("华宁县", "FOREIGN-1");
        assertThat(scope.spansWith("unknown-1")).containsExactly(MnSpan.ever("UNKNOWN-1"));

        signIn(new Scope(Set.of("通海县"), null, null));
        assertThat(scope.spansWith("own-1")).extracting(MnSpan::mn).containsExactly("OWN-1");
        assertThat(scope.mayRead(packet("OWN-1"))).isTrue();
        assertThat(scope.mayRead(packet("FOREIGN-1"))).isFalse();
        assertThatThrownBy(() -> scope.spansWith("FOREIGN-1")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scope.spansWith("UNKNOWN-1")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scope.requireWholeCity("quarantine")).isInstanceOf(Refusal.class);
    }

    private void register(String county, String mn) {
        long enterprise = enterprises
                .register(
                        new NewEnterprise("Works of " + mn, county, SupervisionClass.KEY, null, null, null, null, null))
                .id();
        points.register(new NewPoint(mn, enterprise, "Outlet", Medium.WATER, "2017"));
    }

    private static StoredPacket packet(String mn) {
        return new StoredPacket(1, Instant.now(), mn, "32", "2011", null, Origin.LIVE, "test", new byte[0]);
    }

    private static void signIn(Scope scope) {
        SignedIn person = new SignedIn(1, "somebody", "Somebody", Set.of(), scope);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, null));
    }
}
