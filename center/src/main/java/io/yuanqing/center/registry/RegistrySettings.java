package io.yuanqing.center.registry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Technical limits of the registry.
 *
 * @param filesPerEnterprise most files in one archive
 * @param mostRows most rows of one workbook
 * @param mostUnpacked bytes of one workbook when it is unpacked; 20,000 rows have about 20 MB
 * @param mostErrors most errors that the check of a workbook reports; it goes on counting beyond
 * @param importsKept imports whose outcome is remembered, of all callers together
 * @param importsKeptFor time after which an import that nobody asks for is forgotten
 */
@ConfigurationProperties("yuanqing.registry")
public record RegistrySettings(
        @DefaultValue("200") int filesPerEnterprise,
        @DefaultValue("20000") int mostRows,
        @DefaultValue("64MB") DataSize mostUnpacked,
        @DefaultValue("1000") int mostErrors,
        @DefaultValue("8") int importsKept,
        @DefaultValue("1h") Duration importsKeptFor) {}
