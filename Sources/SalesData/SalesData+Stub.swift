// SalesData
