-- Compared day by day with the wording of both notices; the second one's number was not known before.
update calendar_day
   set source = '国务院办公厅关于2025年部分节假日安排的通知 (国办发明电〔2024〕12号, 2024-11-12, gov.cn/zhengce/content/202411/content_6986382.htm)'
 where day >= '2025-01-01' and day < '2026-01-01';
update calendar_day
   set source = '国务院办公厅关于2026年部分节假日安排的通知 (国办发明电〔2025〕7号, 2025-11-04, gov.cn/zhengce/content/202511/content_7047090.htm)'
 where day >= '2026-01-01' and day < '2027-01-01';
