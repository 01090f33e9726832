package io.yuanqing.center;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the API introduces itself at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String CONVENTIONS = """
            Times are ISO 8601 with offset; the city's zone is Asia/Shanghai. A time without offset, or a date alone, is
            taken as the city's. Errors are problem details (RFC 9457); a wrong field or parameter is named in `errors`.
            Programs use HTTP Basic. Browsers sign in at `POST /api/session`, and repeat the cookie `XSRF-TOKEN` in the
            header `X-XSRF-TOKEN` whenever they change something.
            """;

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Yuanqing 源清")
                        .version("0.1")
                        .description(CONVENTIONS)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("For programs"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("YUANQING_SESSION")
                                        .description("For browsers")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }
}
